import type { DependencyDescription } from '@speedtax/contract';
import { type DependencyTheme, describeDependency } from '@speedtax/domain';
import type { IssueSummary, PairIssue, PairWaitSummary } from '@speedtax/storage/analytics';
import { apportion } from './apportion.ts';

interface Found {
  readonly themes: readonly DependencyTheme[];
  readonly teamCount: number;
  /** Those that waited longest. */
  readonly evidence: readonly PairIssue[];
  readonly issues: ReadonlyMap<string, IssueSummary>;
}

export function presentDependency(summary: PairWaitSummary, { themes, teamCount, evidence, issues }: Found): DependencyDescription {
  const { waitingTeamId, blockingTeamId, waits, medianMs } = summary;
  const parts = [summary.unacceptedMs, summary.queuedMs, summary.inWorkMs];
  const waitingMs = Math.round(parts.reduce((sum, ms) => sum + ms, 0));
  const [unacceptedMs = 0, queuedMs = 0, inWorkMs = 0] = apportion(parts, waitingMs);
  const { kind, theme } = describeDependency({ ...summary, themes, teamCount });
  return {
    waitingTeamId,
    blockingTeamId,
    kind,
    theme: theme && { kind: theme.kind, name: theme.name, waits: theme.waits },
    waitingMs,
    waits,
    issues: summary.issues,
    medianMs: Math.round(medianMs),
    anatomy: { unacceptedMs, queuedMs, inWorkMs },
    evidence: evidence.flatMap(({ issueId, waitingMs: issueMs }) => {
      const issue = issues.get(issueId);
      if (!issue) return [];
      return [{ issueId, externalId: issue.externalId, key: issue.key, title: issue.title, url: issue.url, waitingMs: issueMs }];
    }),
  };
}
