import type { DependencyColumns } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { countRows } from './count-rows.ts';
import type { IdIndex } from './id-index.ts';
import { readCopy } from './read-copy.ts';
import { sortByKey } from './sort-by-key.ts';

/** Those on an issue that is not known cannot be told and are left out. In order of blocked issue, blocker and start. */
export async function loadDependencies(trx: Transaction<Tables>, organizationId: string, issues: IdIndex): Promise<DependencyColumns> {
  const rows = await countRows(trx, organizationId, 'dependency');
  const [blocker, blocked] = [new Int32Array(rows), new Int32Array(rows)];
  const [from, to] = [new Float64Array(rows), new Float64Array(rows)];
  let unknownStarts = 0;
  let count = 0;
  const query = sql`
    select blocker_issue_id, blocked_issue_id, from_at, to_at from dependency where organization_id = ${sql.lit(organizationId)}`;
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
  const order = orderRows(blocked.subarray(0, count), blocker, from);
  return {
    count,
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
