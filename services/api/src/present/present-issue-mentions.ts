import type { IssueRef, IssueWaits } from '@speedtax/contract';
import type { IssueMention } from '@speedtax/storage/analytics';

export function presentIssueMentions(mentions: readonly IssueMention[], issues: ReadonlyMap<string, IssueRef>): IssueWaits['mentions'] {
  return mentions.map(({ otherIssueId, key, url, namedBy, foundIn, fromAt, toAt }) => ({
    issue: issues.get(otherIssueId ?? '') ?? null,
    key,
    url,
    namedBy,
    foundIn,
    from: fromAt.toISOString(),
    to: toAt?.toISOString() ?? null,
  }));
}
