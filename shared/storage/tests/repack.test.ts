import {
  type AnalysisDifference,
  analyze,
  buildCompany,
  type Company,
  deriveDifference,
  makeClockCovering,
  statusCategories,
} from '@speedtax/domain';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import fc from 'fast-check';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repack } from '../src/derived/repack.ts';
import { writeAnalysis } from '../src/derived/write-analysis.ts';
import type { Tables } from '../src/tables.ts';

const day = 86_400_000;
const begin = Date.UTC(2024, 10, 1);
const now = begin + 500 * day;
const clock = makeClockCovering('UTC', begin, now);
const idOf = (kind: number, number: number) => `${String(number).padStart(8, '0')}-0000-4000-8000-${String(kind).padStart(12, '0')}`;
const [teams, people, projects] = [1, 2, 3].map((kind) => [0, 1, 2].map((number) => idOf(kind, number))) as [string[], string[], string[]];

const at = fc.integer({ min: 0, max: 490 }).map((days) => begin + days * day);
const steps = <T extends object>(step: fc.Arbitrary<T>) =>
  fc.array(step, { maxLength: 5 }).map((all) => all.toSorted((a, b) => (a as { at: number }).at - (b as { at: number }).at));
const anIssue = fc.record({
  project: fc.constantFrom(null, ...projects),
  defect: fc.boolean(),
  statuses: steps(fc.record({ at, category: fc.constantFrom(...statusCategories) })),
  teams: fc.array(fc.constantFrom(...teams), { minLength: 1, maxLength: 2 }),
  assignees: steps(fc.record({ at, person: fc.constantFrom(null, ...people) })),
});
const aCompany = fc
  .record({
    issues: fc.array(anIssue, { minLength: 6, maxLength: 6 }),
    links: fc.array(fc.record({ blocker: fc.nat(5), blocked: fc.nat(5), at, days: fc.nat(300) }), { maxLength: 8 }),
  })
  .map(({ issues, links }) =>
    buildCompany({
      teams,
      people: people.map((id) => ({ id })),
      projects: projects.map((id) => ({ id })),
      issues: issues.map(({ teams: owners, statuses, ...issue }, number) => ({
        ...issue,
        id: idOf(9, number),
        createdAt: begin,
        statuses: [{ at: begin, category: 'started' as const }, ...statuses],
        teams: owners.map((team, k) => ({ at: begin + k * 100 * day, team })),
      })),
      dependencies: links
        .filter(({ blocker, blocked }) => blocker !== blocked)
        .map(({ blocker, blocked, at: from, days }) => ({
          blocker: idOf(9, blocker),
          blocked: idOf(9, blocked),
          from,
          to: from + days * day,
        })),
    }),
  );

let test: TestDatabase;
beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

const derived = () => ({ organization_id: test.organizationId, engine_version: 1 });

function write(trx: Transaction<Tables>, company: Company): Promise<void> {
  return writeAnalysis(trx, { ...company, identities: { person: new Map(), team: new Map() } }, analyze(company, clock, now), {
    organizationId: test.organizationId,
    engineVersion: 1,
    dataCutOffAt: new Date(now),
    finishedAt: new Date(now),
    durationMs: 0,
    coverage: {},
    calendar: { timeZone: 'UTC', working: null },
  });
}

const sideOf = ({ waits, completions, startedSpans }: AnalysisDifference['rows'], side: 'gone' | 'come') => ({
  waits: waits[side],
  completions: completions[side],
  startedSpans: startedSpans[side],
});

async function readPacks(trx: Transaction<Tables>): Promise<unknown> {
  const { rows } = await sql`
    select (select jsonb_agg(p order by waiting_team_id, blocking_team_id, year) from wait_year p) as waits,
      (select jsonb_agg(p order by team_id, year, is_repeated) from completion_year p) as completions,
      (select jsonb_agg(p order by project_id, person_id, year) from started_span_year p) as spans`.execute(trx);
  return rows[0];
}

describe('evidence in packs', () => {
  it('is after a change what a rebuild writes', async () => {
    await fc.assert(
      fc.asyncProperty(aCompany, aCompany, async (before, after) => {
        const { rows } = deriveDifference(
          { company: before, analysis: analyze(before, clock, now) },
          { company: after, analysis: analyze(after, clock, now) },
        );
        const [changed, rebuilt] = await test.database.inOrganization(
          test.organizationId,
          async (trx) => {
            await write(trx, before);
            await repack(trx, derived(), sideOf(rows, 'gone'), sideOf(rows, 'come'));
            const result = await readPacks(trx);
            await write(trx, after);
            return [result, await readPacks(trx)];
          },
          { throwAway: true },
        );
        expect(changed).toEqual(rebuilt);
      }),
      { numRuns: 15 },
    );
  });
});
