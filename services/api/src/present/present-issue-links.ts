import type { IssueRef, IssueWaits } from '@speedtax/contract';
import type { IssueLinkRow } from '@speedtax/storage/analytics';

/** The links of an issue, and whether they go across teams today; null where a team is not known. */
export function presentIssueLinks(
  links: readonly IssueLinkRow[],
  ownTeamId: string | null,
  issues: ReadonlyMap<string, IssueRef>,
): IssueWaits['links'] {
  return links.flatMap(({ direction, otherIssueId, fromAt, toAt, startEvidence, foundIn }) => {
    const issue = issues.get(otherIssueId);
    if (!issue) return [];
    const crossTeam = ownTeamId === null || issue.teamId === null ? null : issue.teamId !== ownTeamId;
    return { direction, issue, from: fromAt?.toISOString() ?? null, to: toAt?.toISOString() ?? null, crossTeam, startEvidence, foundIn };
  });
}
