import { sql, type Transaction } from 'kysely';
import type { DerivedTables, Tables } from '../tables.ts';

/** Deletes rows of a derived table by their keys beside the organization. `key`: its columns and their types. */
export async function deleteKeys(
  trx: Transaction<Tables>,
  organizationId: string,
  table: keyof DerivedTables,
  key: Readonly<Record<string, string>>,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(key);
  const typed = names.map((name) => `${name} ${key[name]}`).join(', ');
  const same = names.map((name) => `gone.${name} = t.${name}`).join(' and ');
  await sql`
    delete from ${sql.table(table)} t using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as gone(${sql.raw(typed)})
    where t.organization_id = ${organizationId} and ${sql.raw(same)}
  `.execute(trx);
}
