import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** Latest first; `after` is the last entry of the page before. */
export function listAudit(
  trx: Transaction<Tables>,
  organizationId: string,
  { after, limit }: { after: { at: string; id: string } | null; limit: number },
) {
  return trx
    .selectFrom('audit_entry')
    .select(['id', 'at', 'actor_kind', 'actor_id', 'actor_name', 'action', 'subject_kind', 'subject_id', 'subject_name', 'detail'])
    .where('organization_id', '=', organizationId)
    .$if(after !== null, (query) => query.where(sql<boolean>`(at, id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
