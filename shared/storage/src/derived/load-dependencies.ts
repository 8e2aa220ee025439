import type { DependencyColumns } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { readCopy } from './read-copy.ts';

/** @param issueIds ascending; a dependency on an issue that is not among them cannot be told and is left out */
export async function loadDependencies(
  trx: Transaction<Tables>,
  organizationId: string,
  issueIds: readonly string[],
): Promise<DependencyColumns> {
  const { known, unknown } = await trx
    .selectFrom('dependency')
    .select([
      sql<number>`count(*) filter (where from_at is not null)`.as('known'),
      sql<number>`count(*) filter (where from_at is null)`.as('unknown'),
    ])
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  const blocker = new Int32Array(known);
  const blocked = new Int32Array(known);
  const from = new Float64Array(known);
  const to = new Float64Array(known);
  let count = 0;
  const query = sql`
    select blocker_issue_id, blocked_issue_id, from_at, to_at from dependency
    where organization_id = ${sql.lit(organizationId)} and from_at is not null
    order by blocked_issue_id, blocker_issue_id, from_at`;
  await readCopy(trx, query, (row) => {
    const blockerIndex = findSorted(issueIds, row.uuid(0));
    const blockedIndex = findSorted(issueIds, row.uuid(1));
    if (blockerIndex < 0 || blockedIndex < 0) return;
    blocker[count] = blockerIndex;
    blocked[count] = blockedIndex;
    from[count] = row.instant(2);
    to[count] = row.isNull(3) ? Number.POSITIVE_INFINITY : row.instant(3);
    count += 1;
  });
  return {
    count,
    blocker: blocker.subarray(0, count),
    blocked: blocked.subarray(0, count),
    from: from.subarray(0, count),
    to: to.subarray(0, count),
    unknownStarts: unknown,
  };
}

/** The place of `id` among sorted ids, −1 where it is not. A map of a million ids would take more memory than all columns. */
function findSorted(ids: readonly string[], id: string): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] as string;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
