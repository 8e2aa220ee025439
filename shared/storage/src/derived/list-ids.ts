import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

export type Numbered = 'team' | 'person' | 'project' | 'initiative';

/** Ids in ascending order: the position of each is what stands for it in columns. */
export async function listIds(trx: Transaction<Tables>, organizationId: string, table: Numbered): Promise<string[]> {
  const rows = await trx.selectFrom(table).select('id').where('organization_id', '=', organizationId).orderBy('id').execute();
  return rows.map((row) => row.id);
}

export function indexById(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}
