import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** What a sync tells when it has not seen everything that it should have. */
const partialKinds = ['too-many-missing', 'sweep-out-of-order'];

/**
 * Why nothing can be said of what is no longer seen: a tracker that cannot be read, one that is read for the first time beside others,
 * or a latest sync that missed a part. Null: everything was read.
 */
export async function findDoubt(trx: Transaction<Tables>, organizationId: string): Promise<string | null> {
  const { rows } = await sql<{ because: string }>`
    select case
        when c.status in ('failing', 'unauthorized') then c.name || ' cannot be read'
        when not exists (
          select from sync s where s.organization_id = c.organization_id and s.connection_id = c.id and s.state in ('analyzing', 'done')
        ) then c.name || ' is being read for the first time'
        when exists (
          select from sync_problem p
          where p.organization_id = c.organization_id and p.connection_id = c.id and p.kind = any(${partialKinds})
            and p.sync_id = (
              select s.id from sync s
              where s.organization_id = c.organization_id and s.connection_id = c.id and s.state in ('analyzing', 'done')
              order by s.created_at desc limit 1
            )
        ) then c.name || ' was read in part only'
      end as because
    from connection c
    where c.organization_id = ${organizationId}
    order by c.name
  `.execute(trx);
  return rows.find(({ because }) => because !== null)?.because ?? null;
}

/** Of these syncs: has one read a history for the first time, or read anew what was there? */
export async function areBackfills(trx: Transaction<Tables>, organizationId: string, syncIds: readonly string[]): Promise<boolean> {
  if (syncIds.length === 0) return false;
  const row = await trx
    .selectFrom('sync')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...syncIds])
    .where('kind', 'in', ['backfill', 'remap'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
