import { readFile } from 'node:fs/promises';
import { type Analysis, type CompanyIds, midnightOf, type OpenSumColumns, type OrganizationClock } from '@speedtax/domain';
import type pg from 'pg';

/** Milliseconds by subject: a team's id for what it had in play, two ids for how long the first waited on the second. */
export type Totals = ReadonlyMap<string, number>;

/** What Postgres finds, by a statement that shares nothing with the engine. */
export async function askOracle(client: pg.Client, cutOffAt: number): Promise<Totals> {
  // Nobody has counted the rows of what it computes on the way: without this it is planned for a handful of them.
  await client.query(`set enable_nestloop = off; set work_mem = '64MB'`);
  const text = await readFile(new URL('./oracle.sql', import.meta.url), 'utf8');
  const { rows } = await client.query<{ a: string; b: string | null; ms: number }>(text, [new Date(cutOffAt)]);
  return new Map(rows.map(({ a, b, ms }) => [nameOf(a, b), ms]));
}

/** What the engine finds, from the sums that it hands to storage. */
export function totalsOf({ sums, openSums }: Analysis, ids: CompanyIds, clock: OrganizationClock, cutOffAt: number): Totals {
  const totals = new Map<string, number>();
  const add = (name: string, ms: number) => totals.set(name, (totals.get(name) ?? 0) + ms);
  const team = (index: number) => ids.teams[index] ?? '';
  const growth = (open: OpenSumColumns, row: number) =>
    (open.weight[row] ?? 0) * (cutOffAt - midnightOf(clock, open.sinceDay[row] ?? 0)) - (open.offsetMs[row] ?? 0);
  for (const [subject, nameFor] of [
    ['team', (a: number) => nameOf(team(a), null)],
    ['pair', (a: number, b: number) => nameOf(team(a), team(b))],
  ] as const) {
    const daily = sums[subject];
    for (let row = 0; row < daily.count; row += 1) add(nameFor(daily.a[row] ?? 0, daily.b[row] ?? 0), daily.values[0]?.[row] ?? 0);
    const open = openSums[subject];
    for (let row = 0; row < open.count; row += 1)
      if (open.measure[row] === 0) add(nameFor(open.a[row] ?? 0, open.b[row] ?? 0), growth(open, row));
  }
  return totals;
}

/** The largest difference in milliseconds, subjects that only one side has counted whole. */
export function largestDifference(a: Totals, b: Totals): number {
  let largest = 0;
  for (const name of new Set([...a.keys(), ...b.keys()])) largest = Math.max(largest, Math.abs((a.get(name) ?? 0) - (b.get(name) ?? 0)));
  return largest;
}

function nameOf(a: string, b: string | null): string {
  return b === null ? a : `${a} ${b}`;
}
