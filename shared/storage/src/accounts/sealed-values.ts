import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** Every column that holds what only the secret of the installation opens, and the id that each value is sealed to. */
export const sealedColumns = [
  { table: 'connection', id: 'id', column: 'credentials' },
  { table: 'webhook', id: 'connection_id', column: 'secret' },
  { table: 'oauth_flow', id: 'id', column: 'secret' },
  { table: 'alert_channel', id: 'id', column: 'secret' },
] as const;
export type SealedColumn = (typeof sealedColumns)[number];

export interface SealedValue {
  readonly rowId: string;
  readonly sealed: string;
}

/** In the order of ids; until the transaction ends nobody else changes them. */
export async function lockSealedValues(
  trx: Transaction<Tables>,
  organizationId: string,
  { table, id, column }: SealedColumn,
  { afterId, limit }: { afterId: string | null; limit: number },
): Promise<SealedValue[]> {
  const { rows } = await sql<SealedValue>`
    select ${sql.ref(id)} as "rowId", ${sql.ref(column)} as sealed from ${sql.table(table)}
    where organization_id = ${organizationId} and (${afterId}::uuid is null or ${sql.ref(id)} > ${afterId}::uuid)
    order by ${sql.ref(id)} limit ${limit} for update
  `.execute(trx);
  return rows;
}

export async function updateSealedValue(
  trx: Transaction<Tables>,
  organizationId: string,
  { table, id, column }: SealedColumn,
  { rowId, sealed }: SealedValue,
): Promise<void> {
  await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = ${sealed}
    where organization_id = ${organizationId} and ${sql.ref(id)} = ${rowId}
  `.execute(trx);
}

const organizationsAtOnce = 1_000;

/** Of `asSystem`: the organizations of this installation, by id. */
export async function listOrganizationIds(trx: Transaction<Tables>, afterId: string | null): Promise<string[]> {
  const rows = await trx
    .selectFrom('organization')
    .select('id')
    .$if(afterId !== null, (query) => query.where('id', '>', afterId ?? ''))
    .orderBy('id')
    .limit(organizationsAtOnce)
    .execute();
  return rows.map(({ id }) => id);
}
