import type { DatabaseTransaction } from './database-transaction.ts';

export interface PersonSummary {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly active: boolean;
}

/** The people with these ids, by id; one that is not there is left out. */
export async function listPeople(
  trx: DatabaseTransaction,
  organizationId: string,
  ids: Iterable<string | null>,
): Promise<Map<string, PersonSummary>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'external_id as externalId', 'name', 'active'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
