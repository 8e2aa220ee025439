import type { StatusCategoryName } from '../tables.ts';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface StatusName {
  readonly name: string;
  readonly category: StatusCategoryName | null;
}

/** The statuses with these ids, by id. */
export async function listStatusNames(
  trx: DatabaseTransaction,
  organizationId: string,
  ids: Iterable<string | null>,
): Promise<Map<string, StatusName>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await trx
    .selectFrom('workflow_status')
    .select(['id', 'name', 'category'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, { name: row.name, category: row.category }]));
}
