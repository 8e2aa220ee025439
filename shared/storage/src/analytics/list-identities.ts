import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';

/** A person or a team as one connection knows it. */
export interface KnownMember {
  readonly id: string;
  readonly connectionId: string;
  readonly externalId: string;
  /** Of a team. */
  readonly key: string | null;
  readonly name: string;
}

export interface JoinedMember extends KnownMember {
  readonly kind: 'person' | 'team';
  /** Under which figures know it. */
  readonly canonicalId: string;
}

/** People and teams that several trackers know, those who are the same together; the one that figures name comes first. */
export async function listJoinedMembers(trx: DatabaseTransaction, organizationId: string, limit: number): Promise<JoinedMember[]> {
  const { rows } = await sql<JoinedMember>`
    with joined as (
      select kind, id, canonical_id from identity where organization_id = ${organizationId}
      union
      select kind, canonical_id, canonical_id from identity where organization_id = ${organizationId}
    ),
    known as (
      select id, connection_id, external_id, null as key, name from person where organization_id = ${organizationId}
      union all
      select id, connection_id, external_id, key, name from team where organization_id = ${organizationId}
    )
    select j.kind, j.canonical_id as "canonicalId", k.id, k.connection_id as "connectionId", k.external_id as "externalId", k.key, k.name
    from joined j join known k on k.id = j.id
    order by j.kind, j.canonical_id, (k.id <> j.canonical_id), k.id
    limit ${limit}
  `.execute(trx);
  return rows;
}

/** Teams of different connections that have the same key, are not known as one, and of which nobody has decided anything. */
export async function listTeamsOfOneKey(trx: DatabaseTransaction, organizationId: string, limit: number): Promise<KnownMember[][]> {
  const member = (of: string) =>
    sql.raw(
      `jsonb_build_object('id', ${of}.id, 'connectionId', ${of}.connection_id, 'externalId', ${of}.external_id, 'key', ${of}.key, 'name', ${of}.name)`,
    );
  const { rows } = await sql<{ first: KnownMember; second: KnownMember }>`
    with known as (
      select t.*, coalesce(n.canonical_id, t.id) as known_as
      from team t left join identity n on n.organization_id = t.organization_id and n.id = t.id
      where t.organization_id = ${organizationId}
    )
    select ${member('a')} as first, ${member('b')} as second
    from known a join known b on lower(b.key) = lower(a.key) and b.connection_id <> a.connection_id and b.id > a.id
      and b.known_as <> a.known_as
    where not exists (
      select from identity_decision d where d.organization_id = ${organizationId} and d.first_id = a.id and d.second_id = b.id
    )
    order by a.id, b.id
    limit ${limit}
  `.execute(trx);
  return rows.map(({ first, second }) => [first, second]);
}

/** People and teams that figures know from one connection only, by name; none where there is one connection. Apps are nobody. */
export async function listMembersAlone(
  trx: DatabaseTransaction,
  organizationId: string,
  limit: number,
): Promise<(KnownMember & { readonly kind: 'person' | 'team' })[]> {
  const { rows } = await sql<KnownMember & { kind: 'person' | 'team' }>`
    select kind, id, connection_id as "connectionId", external_id as "externalId", key, name from (
      select 'person' as kind, id, connection_id, external_id, null as key, name from person
      where organization_id = ${organizationId} and active and not is_app
      union all
      select 'team', id, connection_id, external_id, key, name from team where organization_id = ${organizationId} and archived_at is null
    ) known
    where (select count(*) from connection c where c.organization_id = ${organizationId}) > 1
      and not exists (select from identity n where n.organization_id = ${organizationId} and (n.id = known.id or n.canonical_id = known.id))
    order by kind desc, lower(name), id
    limit ${limit}
  `.execute(trx);
  return rows;
}
