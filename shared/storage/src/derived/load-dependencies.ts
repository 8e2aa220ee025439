import type { DependencyColumns } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { countRows } from './count-rows.ts';
import type { IdIndex } from './id-index.ts';
import { countedIssue } from './mirrors.ts';
import { readCopy } from './read-copy.ts';
import { sortByKey } from './sort-by-key.ts';

/**
 * Those on an issue that is not known cannot be told and are left out. In order of blocked issue, blocker and start.
 * @param hasMirrors some issues are copies: what blocks them, or is blocked by them, is told of the issue that counts
 */
export async function loadDependencies(
  trx: Transaction<Tables>,
  organizationId: string,
  issues: IdIndex,
  hasMirrors: boolean,
): Promise<DependencyColumns> {
  const rows = await countRows(trx, organizationId, 'dependency');
  const [blocker, blocked] = [new Int32Array(rows), new Int32Array(rows)];
  const [from, to] = [new Float64Array(rows), new Float64Array(rows)];
  let unknownStarts = 0;
  let count = 0;
  const organization = sql.lit(organizationId);
  const end = (column: string) => (hasMirrors ? countedIssue(organization, column) : sql.ref(column));
  const query = sql`
    select ${end('blocker_issue_id')}, ${end('blocked_issue_id')}, from_at, to_at from dependency where organization_id = ${organization}`;
  await readCopy(trx, query, (row) => {
    if (row.isNull(2)) {
      unknownStarts += 1;
      return;
    }
    blocker[count] = issues.find(row, 0);
    blocked[count] = issues.find(row, 1);
    if (blocker[count] === -1 || blocked[count] === -1) return;
    from[count] = row.instant(2);
    to[count] = row.isNull(3) ? Number.POSITIVE_INFINITY : row.instant(3);
    count += 1;
  });
  const order = withoutRepeats(orderRows(blocked.subarray(0, count), blocker, from), { blocker, blocked, from, to }, hasMirrors);
  return {
    count: order.length,
    blocker: order.map((row) => blocker[row] as number),
    blocked: order.map((row) => blocked[row] as number),
    from: Float64Array.from(order, (row) => from[row] as number),
    to: Float64Array.from(order, (row) => to[row] as number),
    unknownStarts,
  };
}

/** By blocked issue, blocker and start; hardly any two rows agree in both ends. */
function orderRows(blocked: Int32Array, blocker: Int32Array, from: Float64Array): Int32Array {
  const order = sortByKey(sortByKey(Int32Array.from(blocked.keys()), blocker), blocked);
  const isSameAndLater = (a: number, b: number) =>
    blocked[a] === blocked[b] && blocker[a] === blocker[b] && (from[a] as number) > (from[b] as number);
  for (let end = 1; end < order.length; end += 1) {
    const row = order[end] as number;
    let place = end;
    for (; place > 0 && isSameAndLater(order[place - 1] as number, row); place -= 1) order[place] = order[place - 1] as number;
    order[place] = row;
  }
  return order;
}

type Columns = Pick<DependencyColumns, 'blocker' | 'blocked' | 'from' | 'to'>;

/** Two trackers that keep two issues alike tell the same of them twice: times of a pair that overlap are one, and nothing blocks itself. */
function withoutRepeats(order: Int32Array, { blocker, blocked, from, to }: Columns, hasMirrors: boolean): Int32Array {
  if (!hasMirrors) return order;
  const kept: number[] = [];
  for (const row of order) {
    if (blocker[row] === blocked[row]) continue;
    const last = kept.at(-1);
    const isOne =
      last !== undefined &&
      blocker[last] === blocker[row] &&
      blocked[last] === blocked[row] &&
      (from[row] as number) <= (to[last] as number);
    if (isOne) to[last] = Math.max(to[last] as number, to[row] as number);
    else kept.push(row);
  }
  return Int32Array.from(kept);
}
