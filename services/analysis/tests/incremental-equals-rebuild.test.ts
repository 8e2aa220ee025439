import { randomUUID } from 'node:crypto';
import { makeLogger } from '@speedtax/runtime';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAnalysis } from '../src/jobs/run-analysis.ts';
import { begunAt, ChangingCompany, firstChanges, rounds } from './changing-company.ts';
import { tellDerived, tellRebuilt } from './derived-rows.ts';

let test: TestDatabase;
const logger = makeLogger({ service: 'test', level: 'silent' });
beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

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
            expect(await tellDerived(test.database, organizationId)).toEqual(await tellRebuilt(test.database, organizationId));
          }
        }),
        { numRuns: runs, endOnFailure: true },
      );
      expect(followed).toBeGreaterThanOrEqual(4 * runs);
    },
    patienceMs,
  );
});
