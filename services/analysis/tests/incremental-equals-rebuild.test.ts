import { randomUUID } from 'node:crypto';
import { analyze, engineVersion, makeFactsClock } from '@speedtax/domain';
import { makeLogger } from '@speedtax/runtime';
import type { Tables } from '@speedtax/storage';
import { countCoverage, findSyncEvidence, loadCompany, writeAnalysis } from '@speedtax/storage/derived';
import { followedBy } from '@speedtax/storage/incremental';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import fc from 'fast-check';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAnalysis } from '../src/jobs/run-analysis.ts';
import { begunAt, ChangingCompany, firstChanges, rounds } from './changing-company.ts';

let test: TestDatabase;
const logger = makeLogger({ service: 'test', level: 'silent' });
beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

const notWhen = sql`- array['finished_at', 'duration_ms']`;

/** Every derived row there is, but for when it was found. */
async function tellDerived(trx: Transaction<Tables>): Promise<Record<string, string[]>> {
  const told: Record<string, string[]> = {};
  for (const table of Object.keys(followedBy)) {
    const { rows } = await sql<{ row: string }>`select (to_jsonb(t) ${notWhen})::text as row from ${sql.table(table)} t order by 1`.execute(
      trx,
    );
    told[table] = rows.map(({ row }) => row);
  }
  return told;
}

/** What a rebuild would write, without leaving anything of it. */
function tellRebuilt(organizationId: string): Promise<Record<string, string[]>> {
  return test.database.inOrganization(
    organizationId,
    async (trx) => {
      const { dataCutOffAt, calendar } = await findSyncEvidence(trx, organizationId);
      if (dataCutOffAt === null) throw new Error('Nothing was read');
      const company = await loadCompany(trx, organizationId);
      const now = dataCutOffAt.getTime();
      const analysis = analyze(company, makeFactsClock(company, calendar, now), now);
      const coverage = await countCoverage(trx, organizationId);
      const found = { dataCutOffAt, finishedAt: dataCutOffAt, durationMs: 0, coverage, calendar };
      await writeAnalysis(trx, company, analysis, { organizationId, engineVersion, ...found });
      return tellDerived(trx);
    },
    { throwAway: true },
  );
}

async function makeCompany(settings: { durations: 'calendar' | 'working' }): Promise<{ company: ChangingCompany; organizationId: string }> {
  const organizationId = randomUUID();
  await test.database.asSystem((trx) =>
    trx
      .insertInto('organization')
      .values({ id: organizationId, name: 'Changing', time_zone: 'Europe/Berlin', ...settings })
      .execute(),
  );
  return { company: new ChangingCompany(test.database, organizationId), organizationId };
}

const context = () => ({ database: test.database, logger, now: () => begunAt });
const runs = Number(process.env.INCREMENTAL_RUNS ?? 2);

/** Hundreds of small transactions on a real database take a while where the machine is busy. */
const patienceMs = 240_000;

describe('an analysis that follows syncs', () => {
  it.each(['calendar', 'working'] as const)(
    'ends after each in the rows that a rebuild writes, in %s time',
    async (durations) => {
      let followed = 0;
      await fc.assert(
        fc.asyncProperty(firstChanges, rounds, async (first, syncs) => {
          const { company, organizationId } = await makeCompany({ durations });
          await company.begin(first);
          expect((await runAnalysis(context(), organizationId))?.wholeBecause).toBe('first analysis');
          for (const { changes, laterGrains } of syncs) {
            for (const change of changes) await company.apply(change);
            await company.sync(laterGrains);
            const outcome = await runAnalysis(context(), organizationId);
            expect(outcome?.wholeBecause).toBeNull();
            followed += 1;
            expect(await test.database.inOrganization(organizationId, tellDerived)).toEqual(await tellRebuilt(organizationId));
          }
        }),
        { numRuns: runs },
      );
      expect(followed).toBeGreaterThanOrEqual(4 * runs);
    },
    patienceMs,
  );
});
