import { randomUUID } from 'node:crypto';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceColumns } from '../src/bulk/replace-columns.ts';
import { packAllIds } from '../src/derived/pack-ids.ts';
import { monthSumRows } from '../src/derived/present-sums.ts';

const [same, other, gone, come] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
let test: TestDatabase;

beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

/** A team's time in play on one day. @returns by team: its sum, and which transaction wrote the row */
async function replace(inPlay: ReadonlyMap<string, number>, engineVersion = 1) {
  const teams = [...inPlay.keys()];
  const ms = Float64Array.from(inPlay.values());
  const values = [ms, ...[1, 2, 3, 4].map(() => new Float64Array(ms.length))];
  const sums = {
    count: ms.length,
    day: ms.map(() => 20_000) as never,
    a: Int32Array.from(teams.keys()),
    b: new Int32Array(ms.length).fill(-1),
    values,
  };
  const ids = packAllIds({ teams, issues: [], projects: [], initiatives: [], people: [] });
  const derived = { organization_id: test.organizationId, engine_version: engineVersion };
  return test.database.inOrganization(test.organizationId, async (trx) => {
    await replaceColumns(trx, 'team_month_sum', derived, monthSumRows(ids, 'team', sums));
    const { rows } = await sql<{ team: string; ms: number; by: string; version: number }>`
      select team_id as team, in_play_ms as ms, xmin::text as by, engine_version as version from team_month_sum`.execute(trx);
    return new Map(rows.map(({ team, ...row }) => [team, row]));
  });
}

describe('rows that replace those of an organization', () => {
  it('are all there is afterwards, and those that are as they were are not written again', async () => {
    const former = await replace(
      new Map([
        [same, 1],
        [other, 2],
        [gone, 3],
      ]),
    );
    const now = await replace(
      new Map([
        [same, 1],
        [other, 20],
        [come, 4],
      ]),
    );
    expect(new Map([...now].map(([team, { ms }]) => [team, ms]))).toEqual(
      new Map([
        [same, 1],
        [other, 20],
        [come, 4],
      ]),
    );
    expect(now.get(same)).toEqual(former.get(same));
    expect(now.get(other)?.by).not.toBe(former.get(other)?.by);
  });

  it('are written again where only the version of the engine is another', async () => {
    await replace(new Map([[same, 1]]), 1);
    const now = await replace(new Map([[same, 1]]), 2);
    expect([...now.values()]).toMatchObject([{ ms: 1, version: 2 }]);
  });

  it('may be none', async () => {
    await replace(new Map([[same, 1]]));
    expect(await replace(new Map())).toEqual(new Map());
  });
});
