import { randomUUID } from 'node:crypto';
import { makeLogger } from '@speedtax/runtime';
import type { Database } from '@speedtax/storage';
import { lockAnalysis } from '@speedtax/storage/derived';
import { followedBy } from '@speedtax/storage/incremental';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followSync } from '../src/incremental/follow-sync.ts';
import { analyzeWhole } from '../src/jobs/analyze-whole.ts';
import { runAnalysis } from '../src/jobs/run-analysis.ts';
import { begunAt, type Change, ChangingCompany } from './changing-company.ts';
import { type DerivedRows, tellDerived, tellRebuilt, tellRows } from './derived-rows.ts';

let test: TestDatabase;
/** Postgres itself: no organization, no role. */
let server: pg.Client;
const context = () => ({ database: test.database, logger: makeLogger({ service: 'test', level: 'silent' }), now: () => begunAt });
beforeAll(async () => {
  test = await makeTestDatabase({ maxConnections: 8 });
  server = new pg.Client({ connectionString: test.url });
  await server.connect();
  // As when the worker's machine goes: the connection breaks, and Postgres rolls back.
  await server.query(`create function die() returns trigger language plpgsql security definer as
    'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'`);
  // As when somebody forgot to write what has become of a table: its rows stay as they were.
  await server.query(`create function lose() returns trigger language plpgsql as 'begin return null; end'`);
});
afterAll(async () => {
  await server?.end();
  await test?.close();
});

const usual = { other: 0, value: 0, flag: true, ago: 4 };
const link = (issue: number, other: number, ago = 20): Change => ({ ...usual, kind: 'link', issue, other, ago });
const status = (issue: number, value: number, ago = 4): Change => ({ ...usual, kind: 'status', issue, value, ago });
/** Issues of three teams that block each other in a row, and two in a circle. */
const first = [link(0, 1), link(1, 2), link(4, 5), link(5, 4), { ...link(2, 3), value: 8 }, status(0, 3, 30), status(1, 3, 30)];
/** A blocker is done, another begins, an issue is handed on, a circle opens, another closes, an initiative is done. */
const later: readonly Change[] = [
  status(0, 4),
  status(4, 4),
  link(3, 7, 6),
  link(7, 8, 6),
  link(8, 7, 6),
  { ...usual, kind: 'unlink', issue: 5, other: 4 },
  { ...usual, kind: 'team', issue: 2, value: 1 },
  { ...usual, kind: 'assignee', issue: 1, value: 1 },
  { ...usual, kind: 'initiative', issue: 0, value: 2 },
  { ...usual, kind: 'person', issue: 0, flag: false },
];

/** What these write, among others. */
const mostlyWritten = [
  'analysis',
  'wait_year',
  'wait_episode',
  'completion_year',
  'team_month_sum',
  'open_sum',
  'initiative_verdict',
  'deadlock',
];

async function makeAnalyzed(): Promise<{ company: ChangingCompany; organizationId: string }> {
  const organizationId = randomUUID();
  await test.database.asSystem((trx) =>
    trx.insertInto('organization').values({ id: organizationId, name: 'Disturbed', time_zone: 'Europe/Berlin' }).execute(),
  );
  const company = new ChangingCompany(test.database, organizationId);
  await company.begin(first);
  await runAnalysis(context(), organizationId);
  return { company, organizationId };
}

async function change(company: ChangingCompany, changes: readonly Change[]): Promise<void> {
  for (const each of changes) await company.apply(each);
  await company.sync(3);
}

/** Does something while every row that is written to a table meets this. */
async function whileWriting(table: string, meets: 'die' | 'lose', work: () => Promise<unknown>): Promise<void> {
  await server.query(`create trigger disturb before insert or update or delete on ${table} for each row execute function ${meets}()`);
  try {
    await work();
  } finally {
    await server.query(`drop trigger disturb on ${table}`);
  }
}

function tablesThatDiffer(a: DerivedRows, b: DerivedRows): string[] {
  return Object.keys(followedBy).filter((table) => String(a[table]) !== String(b[table]));
}

/** What an analysis would write that follows, without leaving anything of it. */
async function tellFollowed(organizationId: string): Promise<DerivedRows> {
  let told: DerivedRows = {};
  const inOrganization: Database['inOrganization'] = (id, run) =>
    test.database.inOrganization(
      id,
      async (trx) => {
        const outcome = await run(trx);
        told = await tellRows(trx);
        return outcome;
      },
      { throwAway: true },
    );
  const { wholeBecause } = await followSync({ ...context(), database: { ...test.database, inOrganization } }, organizationId);
  expect(wholeBecause).toBeNull();
  return told;
}

async function countWaiting(): Promise<number> {
  const { rows } = await server.query("select count(*)::int as waiting from pg_locks where locktype = 'advisory' and not granted");
  return rows[0].waiting;
}

/** Lets analyses read what there is, and begin to write only when all of them have. */
async function atOnce<T>(organizationId: string, analyses: readonly (() => Promise<T>)[], meanwhile: () => Promise<unknown>): Promise<T[]> {
  const mostLooks = 100_000;
  let running: Promise<T[]> | undefined;
  await test.database.inOrganization(organizationId, async (trx) => {
    await lockAnalysis(trx, organizationId);
    running = Promise.all(analyses.map((run) => run()));
    // Whoever fails is heard of below.
    running.catch(() => {});
    let looks = 0;
    while ((await countWaiting()) < analyses.length) if (++looks > mostLooks) throw new Error('Nobody waits to write');
    await meanwhile();
  });
  return running as Promise<T[]>;
}

describe('an analysis that is disturbed', () => {
  it('leaves all as it was wherever its worker dies, and the next one ends in the rows of a rebuild', async () => {
    const { company, organizationId } = await makeAnalyzed();
    await change(company, later);
    const before = await tellDerived(test.database, organizationId);
    const rebuilt = await tellRebuilt(test.database, organizationId);
    const differing = tablesThatDiffer(before, rebuilt);
    expect(differing).toEqual(expect.arrayContaining(mostlyWritten));
    for (const table of [...differing, 'fact_before', 'sync']) {
      await whileWriting(table, 'die', () => expect(runAnalysis(context(), organizationId), table).rejects.toThrow(/connection|terminat/i));
      expect(await tellDerived(test.database, organizationId)).toEqual(before);
    }

    expect((await runAnalysis(context(), organizationId))?.wholeBecause).toBeNull();
    expect(await tellDerived(test.database, organizationId)).toEqual(rebuilt);
  });

  it('is told from a rebuild, table by table, where it forgets to write one', async () => {
    const { company, organizationId } = await makeAnalyzed();
    await change(company, later);
    const rebuilt = await tellRebuilt(test.database, organizationId);
    const differing = tablesThatDiffer(await tellDerived(test.database, organizationId), rebuilt);
    expect(tablesThatDiffer(await tellFollowed(organizationId), rebuilt)).toEqual([]);
    for (const table of differing)
      await whileWriting(table, 'lose', async () => {
        expect(tablesThatDiffer(await tellFollowed(organizationId), rebuilt)).toContain(table);
      });
  });

  it.each(['another that follows', 'a whole one'])(
    'ends in the rows of a rebuild beside %s, and facts that come meanwhile are not lost',
    async (other) => {
      const { company, organizationId } = await makeAnalyzed();
      await change(company, later);
      const follow = () => runAnalysis(context(), organizationId);
      const beside = other === 'a whole one' ? () => analyzeWhole(context(), organizationId) : follow;
      await atOnce<unknown>(organizationId, [follow, beside], () => change(company, [status(6, 4), link(6, 1, 5)]));

      expect((await follow())?.wholeBecause).toBeNull();
      expect(await tellDerived(test.database, organizationId)).toEqual(await tellRebuilt(test.database, organizationId));
    },
  );
});
