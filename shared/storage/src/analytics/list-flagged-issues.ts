import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { initiativeIssueIds } from './initiative-scope.ts';
import { type InstantWindow, overlapMs, overlaps } from './instant-window.ts';

export interface FlaggedIssuesQuestion {
  readonly window: InstantWindow;
  /** Only those that are flagged at the data cut-off, longest standing first; else those of the window, longest first. */
  readonly now: boolean;
  /** The team that owned them then. */
  readonly teamId?: string | undefined;
  readonly initiativeId?: string | undefined;
  readonly issueIds?: readonly string[] | undefined;
  readonly after: { readonly sortMs: number; readonly issueId: string } | null;
  readonly limit: number;
}

export interface FlaggedIssue {
  readonly issueId: string;
  readonly sortMs: number;
  /** Whole milliseconds of the window, of the team asked for. */
  readonly flaggedMs: number;
  /** Null: not flagged now. */
  readonly flaggedSince: Date | null;
}

/** Issues that were marked as impeded, in play and not waiting, with how long. */
export async function listFlaggedIssues(
  trx: DatabaseTransaction,
  organizationId: string,
  { window, now, teamId, initiativeId, issueIds, after, limit }: FlaggedIssuesQuestion,
): Promise<FlaggedIssue[]> {
  const sortMs = now ? sql`extract(epoch from flagged_since)::float8 * 1000` : sql`-flagged_ms`;
  const { rows } = await sql<FlaggedIssue>`
    with flagged as (
      select issue_id, round(sum(${overlapMs(window)})) as flagged_ms, max(from_at) filter (where to_at is null) as flagged_since
      from flagged_span
      where organization_id = ${organizationId} and ${overlaps(window)}
        ${teamId ? sql`and team_id = ${teamId}` : sql``}
        ${initiativeId ? sql`and issue_id in (${initiativeIssueIds(organizationId, initiativeId)})` : sql``}
        ${issueIds ? sql`and issue_id = any(${issueIds}::uuid[])` : sql``}
      group by issue_id
      ${now ? sql`having bool_or(to_at is null)` : sql``}
    ),
    sorted as (select *, ${sortMs} as sort_ms from flagged)
    select issue_id as "issueId", sort_ms as "sortMs", flagged_ms as "flaggedMs", flagged_since as "flaggedSince"
    from sorted
    ${after ? sql`where (sort_ms, issue_id) > (${after.sortMs}::float8, ${after.issueId}::uuid)` : sql``}
    order by sort_ms, issue_id
    limit ${limit}
  `.execute(trx);
  return rows;
}
