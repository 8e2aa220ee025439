import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

export interface OwnerChangeRow {
  readonly initiativeId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Every change of owner that is known, in order of time within an initiative. */
export async function listOwnerChanges(trx: Transaction<Tables>, organizationId: string): Promise<OwnerChangeRow[]> {
  const rows = await trx
    .selectFrom('initiative_owner_change')
    .select(['initiative_id', 'at', 'from_person_id', 'to_person_id'])
    .where('organization_id', '=', organizationId)
    .orderBy('initiative_id')
    .orderBy('at')
    .orderBy('source')
    .execute();
  return rows.map((row) => ({ initiativeId: row.initiative_id, at: row.at.getTime(), from: row.from_person_id, to: row.to_person_id }));
}
