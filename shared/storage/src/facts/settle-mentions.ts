import { type DirectedMention, joinMentions } from '@speedtax/domain';
import { sql } from 'kysely';
import { insertIssueStubs } from './named-issues.ts';
import { settleMirrors } from './settle-mirrors.ts';
import type { FactTransaction } from './upsert-facts.ts';

/** Far more dependencies across trackers than people ever write down. */
const maxDirected = 500_000;

/**
 * Makes what issues of one tracker say of those of another the dependencies between the two, and finds issues that are kept alike. It
 * is a function of what is stored: which tracker was read first, and how often, makes no difference. Ends that are not read are stubs
 * until they are. With one connection there is no other tracker.
 */
export async function settleMentions(trx: FactTransaction, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mentions ${organizationId}`}, 0))`.execute(trx);
  await settleMirrors(trx, organizationId);
  const mentions = await listDirected(trx, organizationId);
  for (const [connectionId, stubs] of Map.groupBy(
    mentions.filter(({ stub }) => stub !== null),
    (mention) => mention.connectionId,
  )) {
    const rows = stubs.map(({ stub, from }) => ({ ...(stub as Stub), ...nothingKnown(new Date(from).toISOString()) }));
    await insertIssueStubs(trx, { organizationId, connectionId }, rows, false);
  }
  await replaceAcross(trx, organizationId, joinMentions(mentions.map(({ stub: _, ...mention }) => mention)));
}

interface Stub {
  readonly id: string;
  readonly external_id: string;
  readonly key: string;
  readonly url: string | null;
}

interface FoundMention extends DirectedMention {
  /** To be stored for the far end; null: it is known. */
  readonly stub: Stub | null;
}

/** Mentions with a side, and the issues that they name: by any key these ever had, where their tracker lives at the same place. */
async function listDirected(trx: FactTransaction, organizationId: string): Promise<FoundMention[]> {
  const { rows } = await sql<{
    connectionId: string;
    issue: string;
    side: 'blocker' | 'blocked';
    other: string | null;
    stubId: string;
    site: string;
    key: string;
    url: string | null;
    from: Date;
    to: Date | null;
    foundIn: DirectedMention['foundIn'];
    evidence: DirectedMention['evidence'];
  }>`
    select m.connection_id as "connectionId", m.issue_id as issue, m.side, ${namedIssue('m')} as other, m.stub_id as "stubId", m.site, m.key, m.url,
      m.from_at as "from", m.to_at as "to", m.place as "foundIn", m.evidence
    from issue_mention m
    where m.organization_id = ${organizationId} and m.side is not null and m.key is not null
      and (select count(*) from connection c where c.organization_id = ${organizationId}) > 1
      and exists (select from issue i where i.organization_id = m.organization_id and i.id = m.issue_id)
    limit ${maxDirected + 1}
  `.execute(trx);
  if (rows.length > maxDirected) throw new Error(`expected no more than ${maxDirected} dependencies across trackers`);
  return rows.map(({ issue, side, other, stubId, site, key, url, from, to, ...told }) => {
    const far = other ?? stubId;
    const [blocker, blocked] = side === 'blocker' ? [issue, far] : [far, issue];
    const stub = other === null ? { id: stubId, external_id: `${site}/${key}`, key, url } : null;
    return { ...told, blocker, blocked, from: from.getTime(), to: to?.getTime() ?? null, stub };
  });
}

/** Of a mention `of`: the issue of another connection that it names. Of several, which only happens where one site is connected twice, the lowest. */
export function namedIssue(of: string) {
  const column = (name: string) => sql.ref(`${of}.${name}`);
  return sql<string | null>`(
    select i.id from connection c
    join issue_key k on k.organization_id = c.organization_id and k.connection_id = c.id and k.key = ${column('key')}
    join issue i on i.organization_id = k.organization_id and i.id = k.issue_id
    where c.organization_id = ${column('organization_id')} and c.id <> ${column('connection_id')}
      and lower(regexp_replace(i.url, '^https?://|/(browse|issue)/.*$', '', 'g')) = ${column('site')}
    order by i.id limit 1)`;
}

/** What nobody has told of an issue that is only named. */
function nothingKnown(createdAt: string) {
  return {
    title: '',
    status_id: null,
    team_id: null,
    labels: [],
    is_defect: false,
    created_at: createdAt,
    updated_at: createdAt,
    is_stub: true,
  };
}

/** Rows that stay are not touched; stubs that nothing names any more go. */
async function replaceAcross(trx: FactTransaction, organizationId: string, dependencies: readonly DirectedMention[]): Promise<void> {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const rows = dependencies.map(({ from, to, ...told }) => ({ ...told, from_at: iso(from), to_at: iso(to) }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    s(blocker uuid, blocked uuid, from_at timestamptz, to_at timestamptz, "foundIn" text, evidence text, "connectionId" uuid)`;
  const gone = await sql<{ blocker: string; blocked: string }>`
    delete from dependency t
    where t.organization_id = ${organizationId} and t.found_in is not null and not exists (
      select from ${given} where s.blocker = t.blocker_issue_id and s.blocked = t.blocked_issue_id and s.from_at = t.from_at)
    returning t.blocker_issue_id as blocker, t.blocked_issue_id as blocked
  `.execute(trx);
  await sql`
    insert into dependency as t (organization_id, connection_id, blocker_issue_id, blocked_issue_id, from_at, to_at, start_evidence, found_in)
    select ${organizationId}, s."connectionId", s.blocker, s.blocked, s.from_at, s.to_at, s.evidence, s."foundIn" from ${given}
    on conflict (organization_id, blocker_issue_id, blocked_issue_id, from_key)
    do update set to_at = excluded.to_at, start_evidence = excluded.start_evidence, found_in = excluded.found_in, connection_id = excluded.connection_id
    where t.found_in is not null and (t.to_at, t.start_evidence, t.found_in, t.connection_id)
      is distinct from (excluded.to_at, excluded.start_evidence, excluded.found_in, excluded.connection_id)
  `.execute(trx);
  await deleteStubs(
    trx,
    organizationId,
    gone.rows.flatMap(({ blocker, blocked }) => [blocker, blocked]),
  );
}

/** The ids of such stubs hold a place and a key. */
async function deleteStubs(trx: FactTransaction, organizationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    delete from issue i
    where i.organization_id = ${organizationId} and i.id = any(${ids}::uuid[]) and i.is_stub and strpos(i.external_id, '/') > 0
      and not exists (select from dependency d where d.organization_id = i.organization_id and d.found_in is not null
        and (d.blocker_issue_id = i.id or d.blocked_issue_id = i.id))
  `.execute(trx);
}
