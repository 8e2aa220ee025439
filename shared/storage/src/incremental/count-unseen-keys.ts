import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Memory } from './memory.ts';

interface NamedKey {
  readonly connection_id: string;
  readonly key: string;
}

/** By how many more keys, of those whose links or issues have changed, are named by a history and are no issue's that we can see. */
export async function countUnseenKeys(
  trx: Transaction<Tables>,
  organizationId: string,
  { formers }: Memory,
): Promise<{ connectionId: string; unseen: number }[]> {
  const [links, keys] = [formers.issue_link_change, formers.issue_key];
  if (links.size + keys.size === 0) return [];
  const linkKey = sql`concat_ws(' ', l.issue_id, l.action, l.side, l.external_id, l.other_key)`;
  const changedLinks = [...links.keys()];
  const { rows: linked } = await sql<NamedKey>`
    select l.connection_id, l.other_key as key from issue_link_change l
    where l.organization_id = ${organizationId} and l.issue_id = any(${[...new Set(changedLinks.map((key) => key.slice(0, 36)))]}::uuid[])
      and ${linkKey} = any(${changedLinks}::text[])
  `.execute(trx);
  const formerly = [...links.values()]
    .filter((row) => row !== null)
    .map((row) => ({ connection_id: row.connection_id, key: row.other_key }) as NamedKey);
  const keyed = [...keys.keys()].map((name) => ({ connection_id: name.slice(0, 36), key: name.slice(37) }));
  const nameOf = ({ connection_id, key }: NamedKey) => `${connection_id} ${key}`;
  const asked = [...new Map([...linked, ...formerly, ...keyed].map((each) => [nameOf(each), each])).values()];
  const { rows } = await sql<NamedKey & { isLinked: boolean; staysLinked: boolean; isKnown: boolean }>`
    select asked.connection_id, asked.key,
      exists (select from issue_link_change l where ${ofKey(organizationId)}) as "isLinked",
      exists (select from issue_link_change l where ${ofKey(organizationId)} and not ${linkKey} = any(${changedLinks}::text[])) as "staysLinked",
      exists (select from issue_key k where k.organization_id = ${organizationId} and k.connection_id = asked.connection_id and k.key = asked.key) as "isKnown"
    from unnest(${asked.map(({ connection_id }) => connection_id)}::uuid[], ${asked.map(({ key }) => key)}::text[]) as asked(connection_id, key)
  `.execute(trx);
  const wasLinked = new Set(formerly.map(nameOf));
  return rows.map((row) => {
    const name = nameOf(row);
    const wasKnown = keys.has(name) ? keys.get(name) !== null : row.isKnown;
    const wasUnseen = (row.staysLinked || wasLinked.has(name)) && !wasKnown;
    return { connectionId: row.connection_id, unseen: Number(row.isLinked && !row.isKnown) - Number(wasUnseen) };
  });
}

function ofKey(organizationId: string) {
  return sql`l.organization_id = ${organizationId} and l.connection_id = asked.connection_id and l.other_key = asked.key`;
}
