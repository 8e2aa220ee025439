import { anatomies, waitPhases } from '@speedtax/domain';
import { type RawBuilder, sql } from 'kysely';

// Arrays are unnested where columns are listed: in FROM, Postgres takes five times as long for packs of ten.

/** Which rows of a packed table to look at; the more is said, the fewer are unpacked. */
export interface PackQuestion {
  /** Nothing that began later than its year. */
  readonly before?: Date;
  /** No pack of waits that had all ended by then. */
  readonly after?: Date;
  /** On a row of the pack, named `pack`. */
  readonly where?: RawBuilder<unknown> | undefined;
}

/**
 * Waits, one row for an issue, interval and blocking team, as a table `wait`: issue_id, waiting_team_id, blocking_team_id, from_at,
 * to_at, share, phase, anatomy, blocker_issue_ids.
 */
export function waits(organizationId: string, question: PackQuestion): RawBuilder<unknown> {
  const code = (names: readonly string[], number: RawBuilder<unknown>) => sql`(${sql.lit(`{${names.join(',')}}`)}::text[])[${number}]`;
  return sql`(
    select waiting_team_id, blocking_team_id, issue_id, from_at, to_at, share,
      ${code(waitPhases, sql`1 + kind % ${sql.lit(waitPhases.length)}`)} as phase,
      ${code(anatomies, sql`1 + kind / ${sql.lit(waitPhases.length)}`)} as anatomy,
      blocker_issue_ids[coalesce(blocker_ends[place - 1], 0) + 1 : blocker_ends[place]] as blocker_issue_ids
    from (
      select pack.waiting_team_id, pack.blocking_team_id, unnest(pack.issue_ids) as issue_id, unnest(pack.from_at) as from_at,
        unnest(pack.to_at) as to_at, unnest(pack.shares) as share, unnest(pack.kinds) as kind, generate_subscripts(pack.issue_ids, 1) as place,
        pack.blocker_ends, pack.blocker_issue_ids
      from wait_year pack
      where ${isAskedOfWaits(organizationId, question)}
    ) element
  ) wait`;
}

/** Waits as `waits` tells them, but only whose and when: waiting_team_id, blocking_team_id, issue_id, from_at, to_at, share. */
export function waitSpans(organizationId: string, question: PackQuestion): RawBuilder<unknown> {
  return sql`(
    select pack.waiting_team_id, pack.blocking_team_id, unnest(pack.issue_ids) as issue_id, unnest(pack.from_at) as from_at,
      unnest(pack.to_at) as to_at, unnest(pack.shares) as share
    from wait_year pack
    where ${isAskedOfWaits(organizationId, question)}
  ) wait`;
}

/** The waits of some issues, found by their episodes. `issueIds`: a subquery. */
export function waitsOfIssues(organizationId: string, issueIds: RawBuilder<unknown>, before: Date, and = sql`true`): RawBuilder<unknown> {
  const where = sql`${and} and (pack.waiting_team_id, pack.blocking_team_id) in (
    select e.team_id, unnest(e.blocking_team_ids) from wait_episode e where e.organization_id = ${organizationId} and e.issue_id in (${issueIds})
  )`;
  return sql`(select * from ${waits(organizationId, { before, where })} where issue_id in (${issueIds})) wait`;
}

/** For a pack of waits: those of the teams that are named. */
export function ofTeams(teams: { waitingTeamId?: string | undefined; blockingTeamId?: string | undefined }): RawBuilder<unknown> {
  const { waitingTeamId, blockingTeamId } = teams;
  return sql`true ${waitingTeamId ? sql`and pack.waiting_team_id = ${waitingTeamId}` : sql``}
    ${blockingTeamId ? sql`and pack.blocking_team_id = ${blockingTeamId}` : sql``}`;
}

/** While issues were started and assigned to one person (null: to nobody), as a table `started_span`: issue_id, project_id, person_id, from_at, to_at. */
export function startedSpans(organizationId: string, question: PackQuestion): RawBuilder<unknown> {
  return sql`(
    select nullif(pack.project_id, ${nil}) as project_id, nullif(pack.person_id, ${nil}) as person_id,
      unnest(pack.issue_ids) as issue_id, unnest(pack.from_at) as from_at, unnest(pack.to_at) as to_at
    from started_span_year pack
    where ${isAsked(organizationId, question)}
  ) started_span`;
}

/** What stands for no project and nobody in the keys of packs. */
export const nil = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

function isAsked(organizationId: string, { before, where = sql`true` }: PackQuestion): RawBuilder<unknown> {
  return sql`pack.organization_id = ${organizationId} ${before ? sql`and pack.year <= ${before.getUTCFullYear()}` : sql``} and ${where}`;
}

function isAskedOfWaits(organizationId: string, { after, ...question }: PackQuestion): RawBuilder<unknown> {
  return sql`${isAsked(organizationId, question)} ${after ? sql`and (pack.until_at is null or pack.until_at > ${after})` : sql``}`;
}
