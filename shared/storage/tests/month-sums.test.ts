import { randomUUID } from 'node:crypto';
import { dayNumberOf } from '@speedtax/domain';
import { listDaySums, listSubjectSums } from '@speedtax/storage/analytics';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceColumns } from '../src/bulk/replace-columns.ts';
import { packAllIds } from '../src/derived/pack-ids.ts';
import { monthSumRows } from '../src/derived/present-sums.ts';

/** One team with a sum on each of these days: 1 on the first, 10 on the second and so on. */
const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2026-02-15', '2026-03-31', '2026-04-01'];
const team = randomUUID();
let test: TestDatabase;

beforeAll(async () => {
  test = await makeTestDatabase();
  const day = Int32Array.from(days, dayNumberOf);
  const values = [Float64Array.from(days, (_, k) => 10 ** k), ...[1, 2, 3, 4].map((m) => Float64Array.from(days, () => m))];
  const sums = { count: days.length, day, a: new Int32Array(days.length), b: new Int32Array(days.length).fill(-1), values };
  const ids = packAllIds({ teams: [team], issues: [], projects: [], initiatives: [], people: [] });
  const derived = { organization_id: test.organizationId, engine_version: 1 };
  await test.database.inOrganization(test.organizationId, async (trx) => {
    for (const _ of ['once', 'and again']) await replaceColumns(trx, 'team_month_sum', derived, monthSumRows(ids, 'team', sums));
  });
});
afterAll(() => test?.close());

describe('sums kept by month', () => {
  it.each([
    [null, null, 1111111],
    ['2026-01-01', '2026-04-01', 111110],
    ['2026-01-02', '2026-03-31', 11100],
    ['2026-01-31', '2026-02-02', 1100],
    ['2026-02-02', '2026-02-28', 10000],
    ['2025-12-31', '2026-01-01', 1],
    ['2026-03-31', null, 1100000],
    [null, '2026-01-31', 11],
  ])('from %s to %s add up to %i', async (fromDay, toDay, expected) => {
    const range = { fromDay, toDay };
    const [bySubject, byDay] = await test.database.inOrganization(test.organizationId, async (trx) => [
      await listSubjectSums(trx, test.organizationId, 'team', range),
      await listDaySums(trx, test.organizationId, 'team', range),
    ]);
    expect(bySubject?.map(({ aId, values }) => [aId, values[0]])).toEqual([[team, expected]]);
    const inRange = days.filter((day) => (fromDay === null || day >= fromDay) && (toDay === null || day < toDay));
    expect(byDay).toEqual(inRange.map((day) => ({ day, values: [10 ** days.indexOf(day), 1, 2, 3, 4] })));
  });

  it('a window without any of its days has no row', async () => {
    const range = { fromDay: '2026-01-02', toDay: '2026-01-31' };
    expect(
      await test.database.inOrganization(test.organizationId, (trx) => listSubjectSums(trx, test.organizationId, 'team', range)),
    ).toEqual([]);
  });
});
