import type { InitiativeBlocker } from '@speedtax/contract';
import { elapsedAt } from '@speedtax/domain';
import { listInitiativeBlockers } from '@speedtax/storage/analytics';
import { wholeLife } from './figure-window.ts';
import type { FigureBasis } from './read-figures.ts';
import { readIssueRefs } from './read-issue-refs.ts';

/** Where a page of blockers goes on. */
export interface BlockerPosition {
  readonly sinceMs: number;
  readonly issueId: string;
}

/** The open cross-team blockers of an initiative, longest first. */
export async function readInitiativeBlockers(
  basis: FigureBasis,
  initiativeId: string,
  { after, limit }: { readonly after: BlockerPosition | null; readonly limit: number },
): Promise<InitiativeBlocker[]> {
  const { trx, organizationId, calendar, dataCutOffAt } = basis;
  const life = wholeLife(calendar, dataCutOffAt);
  const read = await listInitiativeBlockers(trx, organizationId, initiativeId, {
    after: after && { sinceAt: new Date(after.sinceMs), blockerIssueId: after.issueId },
    limit,
  });
  const issues = await readIssueRefs(
    basis,
    read.flatMap((item) => [item.blockerIssueId, ...item.blockedIssueIds]),
  );
  return read.flatMap(({ blockerIssueId, isExternal, sinceAt, blockedIssueIds }) => {
    const blocker = issues.get(blockerIssueId);
    if (!blocker) return [];
    return {
      blocker,
      external: isExternal,
      since: sinceAt.toISOString(),
      ageMs: elapsedAt(life, dataCutOffAt.getTime()) - elapsedAt(life, sinceAt.getTime()),
      blocked: blockedIssueIds.flatMap((issueId) => issues.get(issueId) ?? []),
    };
  });
}
