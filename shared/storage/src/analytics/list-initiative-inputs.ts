import type { Acceptance } from '@speedtax/domain';
import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { initiativeIssueIds } from './initiative-scope.ts';
import { type InstantWindow, overlapMs, overlaps } from './instant-window.ts';
import { knownAs } from './known-as.ts';
import { nil, startedSpans, waitsOfIssues } from './unpacked.ts';

/** For each issue of an initiative and each team it waited on in a window: how long that team had not accepted the work, and whether it had not at the end. */
export async function listAcceptances(
  trx: DatabaseTransaction,
  organizationId: string,
  initiativeId: string,
  window: InstantWindow,
): Promise<Acceptance[]> {
  const { rows } = await sql<Acceptance>`
    select coalesce(sum(${overlapMs(window)}) filter (where anatomy = 'unaccepted'), 0) as "unacceptedMs",
      bool_or(anatomy = 'unaccepted' and (to_at is null or to_at > ${window.to})) as "isUnaccepted"
    from ${waitsOfIssues(organizationId, initiativeIssueIds(organizationId, initiativeId), window.to)}
    where ${overlaps(window)}
    group by issue_id, blocking_team_id
  `.execute(trx);
  return rows;
}

export interface AgreementRow {
  /** Null: not known. */
  readonly linkedAt: Date | null;
  /** Null: work on the blocked issue has not begun. */
  readonly startedAt: Date | null;
}

/** Dependencies of an initiative's issues on other teams that were linked in a window, and those whose start is not known. */
export async function listAgreements(
  trx: DatabaseTransaction,
  organizationId: string,
  initiativeId: string,
  { from, to }: InstantWindow,
): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`
    select d.from_at as "linkedAt", (
      select min(started_span.from_at)
      from ${startedSpans(organizationId, { where: sql`pack.project_id = coalesce(blocked.project_id, ${nil})` })}
      where started_span.issue_id = d.blocked_issue_id
    ) as "startedAt"
    from dependency d
    join issue blocker on blocker.organization_id = ${organizationId} and blocker.id = d.blocker_issue_id
    join issue blocked on blocked.organization_id = ${organizationId} and blocked.id = d.blocked_issue_id
      and ${knownAs(organizationId, 'blocked.team_id')} <> ${knownAs(organizationId, 'blocker.team_id')}
    where d.organization_id = ${organizationId} and d.blocked_issue_id in (${initiativeIssueIds(organizationId, initiativeId)})
      and (d.from_at is null or (d.from_at >= ${from} and d.from_at < ${to}))
  `.execute(trx);
  return rows;
}

export interface StandingLink {
  readonly blockerIssueId: string;
  readonly blockedIssueId: string;
  readonly blockerUpdatedAt: Date;
  readonly blockedUpdatedAt: Date;
}

/** The cross-team dependencies of an initiative that are in force now, those that changed least recently first. */
export async function listStandingLinks(trx: DatabaseTransaction, organizationId: string, initiativeId: string): Promise<StandingLink[]> {
  const { rows } = await sql<StandingLink>`
    select blocker.id as "blockerIssueId", blocked.id as "blockedIssueId", blocker.updated_at as "blockerUpdatedAt",
      blocked.updated_at as "blockedUpdatedAt"
    from initiative_blocker b
    cross join lateral unnest(b.blocked_issue_ids) as blocked_issue_id
    join issue blocker on blocker.organization_id = ${organizationId} and blocker.id = b.blocker_issue_id
    join issue blocked on blocked.organization_id = ${organizationId} and blocked.id = blocked_issue_id
    where b.organization_id = ${organizationId} and b.initiative_id = ${initiativeId}
    order by greatest(blocker.updated_at, blocked.updated_at), blocker.id, blocked.id
  `.execute(trx);
  return rows;
}

/** Active initiatives without a single-threaded leader: this one and those rolled up into it. */
export async function listLeaderless(
  trx: DatabaseTransaction,
  organizationId: string,
  initiativeId: string,
): Promise<{ initiativeId: string; name: string }[]> {
  const { rows } = await sql<{ initiativeId: string; name: string }>`
    with recursive family (id) as (
      select ${initiativeId}::uuid
      union
      select p.initiative_id from initiative_parent p join family on p.organization_id = ${organizationId} and p.parent_id = family.id
    )
    select i.id as "initiativeId", i.name
    from initiative i
    join initiative_verdict v on v.organization_id = ${organizationId} and v.initiative_id = i.id and not v.single_threaded
    where i.organization_id = ${organizationId} and i.status = 'active' and i.id in (select id from family)
    order by i.name, i.id
  `.execute(trx);
  return rows;
}
