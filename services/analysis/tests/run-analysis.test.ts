import { makeLogger } from '@speedtax/runtime';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { at, insertCompanyStory, workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAnalysis } from '../src/jobs/run-analysis.ts';
import { rebuildAll } from '../src/rebuild-all.ts';

const day = 86_400_000;
let test: TestDatabase;
const logger = makeLogger({ service: 'test', level: 'silent' });
const context = () => ({ database: test.database, logger, now: () => at(11).getTime() });

beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test.close());

const read = <T>(run: Parameters<TestDatabase['database']['inOrganization']>[1]) =>
  test.database.inOrganization(test.organizationId, run) as Promise<T>;

const sums = () =>
  read<{ team_id: string; in_play_ms: number; waiting_ms: number }[]>((trx) =>
    trx
      .selectFrom('team_month_sum')
      .select(['team_id', (query) => query.fn.sum<number>('in_play_ms').as('in_play_ms')])
      .select((query) => query.fn.sum<number>('held_ms').as('held_ms'))
      .select((query) => query.fn.sum<number>('dragging_ms').as('dragging_ms'))
      .groupBy('team_id')
      .orderBy('team_id')
      .execute(),
  );

describe('an analysis', () => {
  it('finds nothing and writes nothing before any tracker was read', async () => {
    expect(await runAnalysis(context(), test.organizationId)).toBeNull();
  });

  it('writes what the engine finds in the stored facts, and ends the sync that asked for it', async () => {
    const story = await insertCompanyStory(test.database, test.organizationId, workedExample, 10);
    const outcome = await runAnalysis(context(), test.organizationId);
    expect(outcome?.dataCutOffAt).toEqual(at(10));

    const id = (name: string) => story.idOf('team', name);
    const expected = [
      { team_id: id('A'), in_play_ms: 10 * day, held_ms: day, dragging_ms: 6 * day },
      { team_id: id('B'), in_play_ms: 6 * day, held_ms: 0, dragging_ms: 2 * day },
    ].sort((a, b) => (a.team_id < b.team_id ? -1 : 1));
    expect(await sums()).toEqual(expected);

    const sync = await read((trx) =>
      trx.selectFrom('sync').select(['state', 'finished_at']).where('id', '=', story.syncId).executeTakeFirst(),
    );
    expect(sync).toEqual({ state: 'done', finished_at: at(11) });
    const connection = await read((trx) => trx.selectFrom('connection').select(['status', 'last_synced_at']).executeTakeFirst());
    expect(connection).toEqual({ status: 'ready', last_synced_at: at(10) });
  });

  it('says the same when it is run again, and when everything derived is dropped and rebuilt', async () => {
    const before = await sums();
    expect(before).toHaveLength(2);
    await runAnalysis(context(), test.organizationId);
    expect(await sums()).toEqual(before);
    expect(await rebuildAll(context())).toBe(1);
    expect(await sums()).toEqual(before);
  });
});
