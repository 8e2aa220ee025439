import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { initiativeIssueIds } from './initiative-scope.ts';
import { type InstantWindow, overlapMs, overlaps } from './instant-window.ts';
import { ofTeams, waits, waitsOfIssues } from './unpacked.ts';

export interface WaitingIssuesQuestion {
  readonly window: InstantWindow;
  /** Only those that wait at the data cut-off, oldest wait first; else those of the window, longest first. */
  readonly now: boolean;
  readonly teamId?: string | undefined;
  readonly blockingTeamId?: string | undefined;
  readonly initiativeId?: string | undefined;
  /** Only these. */
  readonly issueIds?: readonly string[] | undefined;
  readonly after: WaitingIssuePosition | null;
  readonly limit: number;
}

export interface WaitingIssuePosition {
  /** `sortMs` of the last issue of the page before. */
  readonly sortMs: number;
  readonly issueId: string;
}

export interface WaitingIssue extends WaitingIssuePosition {
  /** Whole milliseconds of the window, as counted for the teams asked for. */
  readonly waitingMs: number;
  /** Null: not waiting now. */
  readonly waitingSince: Date | null;
  readonly blockingTeamIds: readonly string[];
}

/** Issues that waited, with how long and on whom. */
export async function listWaitingIssues(
  trx: DatabaseTransaction,
  organizationId: string,
  question: WaitingIssuesQuestion,
): Promise<WaitingIssue[]> {
  const { window, now, teamId, blockingTeamId, initiativeId, issueIds: asked, after, limit } = question;
  const ofAsked = ofTeams({ waitingTeamId: teamId, blockingTeamId });
  const issueIds = asked
    ? sql<string>`select unnest(${asked}::uuid[])`
    : initiativeId
      ? initiativeIssueIds(organizationId, initiativeId)
      : now
        ? waitingIssueIds(organizationId)
        : null;
  const sortMs = now ? sql`extract(epoch from waiting_since)::float8 * 1000` : sql`-waiting_ms`;
  const { rows } = await sql<WaitingIssue>`
    with waited as (
      select issue_id, round(sum(${overlapMs(window)} * share)) as waiting_ms,
        array_agg(distinct blocking_team_id) ${now ? sql`filter (where to_at is null)` : sql``} as blocking_team_ids
      from ${issueIds ? waitsOfIssues(organizationId, issueIds, window.to, ofAsked) : waits(organizationId, { before: window.to, after: window.from, where: ofAsked })}
      where ${overlaps(window)}
      group by issue_id
      ${now ? sql`having bool_or(to_at is null)` : sql``}
    ),
    dated as (
      select waited.*, (
        select max(e.from_at) from wait_episode e
        where e.organization_id = ${organizationId} and e.issue_id = waited.issue_id and e.to_at is null
      ) as waiting_since
      from waited
    ),
    sorted as (select *, ${sortMs} as sort_ms from dated)
    select issue_id as "issueId", sort_ms as "sortMs", waiting_ms as "waitingMs", waiting_since as "waitingSince",
      blocking_team_ids as "blockingTeamIds"
    from sorted
    ${after ? sql`where (sort_ms, issue_id) > (${after.sortMs}::float8, ${after.issueId}::uuid)` : sql``}
    order by sort_ms, issue_id
    limit ${limit}
  `.execute(trx);
  return rows;
}

function waitingIssueIds(organizationId: string) {
  return sql`select issue_id from wait_episode where organization_id = ${organizationId} and to_at is null`;
}
