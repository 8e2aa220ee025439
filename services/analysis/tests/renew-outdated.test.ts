import type { JobQueue } from '@speedtax/queue';
import { makeLogger } from '@speedtax/runtime';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { at, insertCompanyStory, workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAnalysis } from '../src/jobs/run-analysis.ts';
import { renewOutdated } from '../src/renew-outdated.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test.close());

describe('figures of another engine', () => {
  it('are asked for anew, and only those', async () => {
    const enqueued: unknown[] = [];
    const queue = { enqueue: async (...job: unknown[]) => void enqueued.push(job) } as unknown as JobQueue;
    const { database, organizationId } = test;
    await insertCompanyStory(database, organizationId, workedExample, 10);
    expect(await renewOutdated({ database, queue })).toBe(0);
    await runAnalysis({ database, logger: makeLogger({ service: 'test', level: 'silent' }), now: () => at(11).getTime() }, organizationId);
    expect(await renewOutdated({ database, queue })).toBe(0);

    await database.inOrganization(organizationId, (trx) => trx.updateTable('analysis').set({ engine_version: 0 }).execute());
    expect(await renewOutdated({ database, queue })).toBe(1);
    expect(enqueued).toEqual([['analysis.run', { organizationId, syncId: null }]]);
  });
});
