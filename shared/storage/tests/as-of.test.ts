import { randomUUID } from 'node:crypto';
import { shadowDerived, shadowFacts } from '@speedtax/storage/as-of';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { at, type CompanyStory, insertCompanyStory, type StoredStory } from '@speedtax/storage/testing/company-story';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const company: CompanyStory = {
  teams: ['A', 'B'],
  initiatives: [{ name: 'Launch', status: 'completed' }],
  issues: [
    {
      key: 'moved',
      team: [
        [0, 'A'],
        [4, 'B'],
      ],
      statuses: [
        [0, 'unstarted'],
        [3, 'started'],
        [6, 'completed'],
      ],
    },
    { key: 'late', team: 'B', statuses: [[5, 'started']] },
  ],
  links: [{ blocker: 'late', blocked: 'moved', from: 5, to: 8 }],
};

let test: TestDatabase;
let story: StoredStory;

beforeAll(async () => {
  test = await makeTestDatabase();
  story = await insertCompanyStory(test.database, test.organizationId, company, 10);
  await test.database.inOrganization(test.organizationId, (trx) =>
    trx
      .updateTable('initiative')
      .set({ started_at: at(2), completed_at: at(7) })
      .execute(),
  );
});
afterAll(() => test?.close());

/** The rows of a question asked as of a day, by this organization. */
const askAsOf = (day: number, question: string, organizationId = test.organizationId) =>
  test.database.inOrganization(
    organizationId,
    async (trx) => {
      await shadowDerived(trx);
      await shadowFacts(trx, at(day));
      return (await sql<Record<string, unknown>>`${sql.raw(question)}`.execute(trx)).rows;
    },
    { throwAway: true },
  );

describe('fact tables as of a past day', () => {
  it.each([
    { day: 2, team: 'A', status: 'unstarted' },
    { day: 3, team: 'A', status: 'started' },
    { day: 4, team: 'B', status: 'started' },
    { day: 9, team: 'B', status: 'completed' },
  ])('an issue was $status in team $team on day $day', async ({ day, team, status }) => {
    const rows = await askAsOf(day, `select team_id, status_id from issue where key = 'moved'`);
    expect(rows).toEqual([{ team_id: story.idOf('team', team), status_id: story.idOf('status', status) }]);
  });

  it('have neither issues nor links that came later, and no end that did', async () => {
    expect(await askAsOf(4, 'select key from issue order by key')).toEqual([{ key: 'moved' }]);
    expect(await askAsOf(4, 'select to_at from dependency')).toEqual([]);
    expect(await askAsOf(7, 'select to_at from dependency')).toEqual([{ to_at: null }]);
    expect(await askAsOf(8, 'select to_at from dependency')).toEqual([{ to_at: at(8) }]);
  });

  it.each([
    { day: 1, status: 'planned' },
    { day: 2, status: 'active' },
    { day: 7, status: 'completed' },
  ])('an initiative was $status on day $day', async ({ day, status }) => {
    expect(await askAsOf(day, 'select status from initiative')).toEqual([{ status }]);
  });

  it('show nothing to another organization', async () => {
    for (const table of ['issue', 'issue_change', 'dependency', 'initiative', 'connection'])
      expect([table, await askAsOf(9, `select * from ${table}`, randomUUID())]).toEqual([table, []]);
  });
});

describe('a transaction that is thrown away', () => {
  it('leaves nothing behind, neither rows nor what shadowed them', async () => {
    await test.database.inOrganization(test.organizationId, (trx) => trx.updateTable('team').set({ name: 'Gone' }).execute(), {
      throwAway: true,
    });
    await askAsOf(4, `delete from analysis`);
    const rows = await test.database.inOrganization(test.organizationId, async (trx) => {
      const temporary = sql`select c.relname from pg_class c where c.relnamespace = pg_my_temp_schema() and c.relkind in ('r', 'v')`;
      return { teams: await trx.selectFrom('team').select('name').orderBy('name').execute(), left: (await temporary.execute(trx)).rows };
    });
    expect(rows).toEqual({ teams: [{ name: 'Team A' }, { name: 'Team B' }], left: [] });
  });
});
