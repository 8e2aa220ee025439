import type { KnownLink, LinkChange, SettledDependency } from '@speedtax/domain';
import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { FactTransaction } from './upsert-facts.ts';

/** All that is known of the links of some issues, from either end. Instants are epoch milliseconds. */
export interface DependencyEvidence {
  /** Links that stand. */
  readonly links: readonly KnownLink[];
  /** What the histories of both ends tell; changes that name an unknown key are left out. */
  readonly changes: readonly LinkChange[];
  /** What was settled before: it remembers links that were seen and are gone. */
  readonly settled: readonly SettledDependency[];
}

export async function listDependencyEvidence(
  trx: FactTransaction,
  place: FactPlace,
  issueIds: readonly string[],
): Promise<DependencyEvidence> {
  const { organizationId, connectionId } = place;
  const links = await sql<{ blocker: string; blocked: string; createdAt: Date | null }>`
    select blocker_issue_id as blocker, blocked_issue_id as blocked, created_at as "createdAt" from issue_link
    where organization_id = ${organizationId} and ${touches(issueIds)}
  `.execute(trx);
  // Issue by issue: on tables without statistics the planner would rather read them whole.
  const changes = await sql<{
    issue: string;
    other: string;
    side: 'blocker' | 'blocked';
    at: Date;
    action: LinkChange['action'];
    entry: string;
  }>`
    select c.issue_id as issue, k.issue_id as other, c.side, c.at, c.action, c.external_id as entry
    from unnest(${issueIds}::uuid[]) i(id)
    cross join lateral (select * from issue_link_change c where c.organization_id = ${organizationId} and c.issue_id = i.id offset 0) c
    cross join lateral (
      select k.issue_id from issue_key k where k.organization_id = ${organizationId} and k.connection_id = ${connectionId} and k.key = c.other_key offset 0
    ) k
    union all
    select c.issue_id, i.id, c.side, c.at, c.action, c.external_id
    from unnest(${issueIds}::uuid[]) i(id)
    cross join lateral (select k.key from issue_key k where k.organization_id = ${organizationId} and k.issue_id = i.id offset 0) k
    cross join lateral (
      select * from issue_link_change c
      where c.organization_id = ${organizationId} and c.connection_id = ${connectionId} and c.other_key = k.key offset 0
    ) c
    where not c.issue_id = any(${issueIds}::uuid[])
  `.execute(trx);
  const settled = await sql<{
    blocker: string;
    blocked: string;
    from: Date | null;
    to: Date | null;
    startEvidence: SettledDependency['startEvidence'];
  }>`
    select blocker_issue_id as blocker, blocked_issue_id as blocked, from_at as "from", to_at as "to", start_evidence as "startEvidence" from dependency
    where organization_id = ${organizationId} and found_in is null and ${touches(issueIds)}
  `.execute(trx);
  return {
    links: links.rows.map((link) => ({ ...link, createdAt: link.createdAt?.getTime() ?? null, absentSince: null })),
    changes: changes.rows.map(({ issue, other, side, at, action, entry }) => {
      const [blocker, blocked] = side === 'blocker' ? [issue, other] : [other, issue];
      return { blocker, blocked, at: at.getTime(), action, toldBy: side, entry };
    }),
    settled: settled.rows.map((row) => ({ ...row, from: row.from?.getTime() ?? null, to: row.to?.getTime() ?? null })),
  };
}

/** Makes these the dependencies of the issues on others of their tracker, from either end. @returns the number of rows that changed */
export async function replaceDependencies(
  trx: FactTransaction,
  { organizationId, connectionId }: FactPlace,
  issueIds: readonly string[],
  dependencies: readonly SettledDependency[],
): Promise<number> {
  const rows = JSON.stringify(
    dependencies.map(({ blocker, blocked, from, to, startEvidence }) => ({
      blocker,
      blocked,
      from_at: toIso(from),
      to_at: toIso(to),
      evidence: startEvidence,
    })),
  );
  const given = sql`jsonb_to_recordset(${rows}::jsonb) s(blocker uuid, blocked uuid, from_at timestamptz, to_at timestamptz, evidence text)`;
  const gone = await sql`
    delete from dependency t
    where organization_id = ${organizationId} and found_in is null and ${touches(issueIds)}
      and not exists (
        select from ${given} where s.blocker = t.blocker_issue_id and s.blocked = t.blocked_issue_id and s.from_at is not distinct from t.from_at
      )
  `.execute(trx);
  const stored = await sql`
    insert into dependency as t (organization_id, connection_id, blocker_issue_id, blocked_issue_id, from_at, to_at, start_evidence)
    select ${organizationId}, ${connectionId}, s.blocker, s.blocked, s.from_at, s.to_at, s.evidence from ${given}
    on conflict (organization_id, blocker_issue_id, blocked_issue_id, from_key)
    do update set to_at = excluded.to_at, start_evidence = excluded.start_evidence
    where (t.to_at, t.start_evidence) is distinct from (excluded.to_at, excluded.start_evidence)
  `.execute(trx);
  return Number(gone.numAffectedRows ?? 0n) + Number(stored.numAffectedRows ?? 0n);
}

function touches(issueIds: readonly string[]) {
  return sql`(blocker_issue_id = any(${issueIds}::uuid[]) or blocked_issue_id = any(${issueIds}::uuid[]))`;
}

function toIso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
