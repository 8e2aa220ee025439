import { sql, type Transaction } from 'kysely';
import { knownAs } from '../analytics/known-as.ts';
import type { Tables } from '../tables.ts';

/** Where people can be written to, by the id figures know them by; one whose tracker hides it is left out. */
export async function listEmails(
  trx: Transaction<Tables>,
  organizationId: string,
  ids: Iterable<string | null>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; email: string }>`
    select distinct on (known.id) known.id, p.email
    from person p cross join lateral (select ${knownAs(organizationId, 'p.id')} as id) known
    where p.organization_id = ${organizationId} and p.email is not null and p.active and known.id = any(${wanted}::uuid[])
    order by known.id, p.id = known.id desc, p.id
  `.execute(trx);
  return new Map(rows.map(({ id, email }) => [id, email]));
}
