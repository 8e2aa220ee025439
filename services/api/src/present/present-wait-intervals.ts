import type { IssueRef, IssueWaits } from '@speedtax/contract';
import { elapsedAt, type OrganizationClock } from '@speedtax/domain';
import type { TeamName } from '@speedtax/storage/analytics';
import type { WaitSpan } from '../figures/derive-wait-intervals.ts';
import { apportion } from './apportion.ts';

/** Each interval with who blocked; the teams' shares add up to its length. */
export function presentWaitIntervals(
  spans: readonly WaitSpan[],
  issues: ReadonlyMap<string, IssueRef>,
  { teams, clock }: { teams: ReadonlyMap<string, TeamName>; clock: Pick<OrganizationClock, 'knots'> },
): IssueWaits['intervals'] {
  return spans.map(({ from, to, lasts, rows }) => {
    const durationMs = elapsedAt(clock, to) - elapsedAt(clock, from);
    const shares = apportion(
      rows.map((row) => durationMs * row.share),
      durationMs,
    );
    return {
      from: new Date(from).toISOString(),
      to: lasts ? null : new Date(to).toISOString(),
      durationMs,
      waitingTeamId: rows[0]?.waitingTeamId ?? '',
      phase: rows[0]?.phase ?? 'held',
      blockedBy: rows.map((row, k) => ({
        teamId: row.blockingTeamId,
        teamName: teams.get(row.blockingTeamId)?.name ?? '',
        share: row.share,
        waitingMs: shares[k] ?? 0,
        anatomy: row.anatomy,
        issues: row.blockerIssueIds.flatMap((id) => issues.get(id) ?? []),
      })),
    };
  });
}
