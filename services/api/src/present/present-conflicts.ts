import type { Conflicts, IssueRef } from '@speedtax/contract';
import type { PlannedDependency } from '@speedtax/storage/analytics';
import type { ConflictFindings } from '../figures/find-conflicts.ts';

/** Evidence of one initiative is shown up to this many dependencies of a kind, oldest first; the counts tell of all. */
export const shownConflictsLimit = 200;

export function presentConflicts(findings: ConflictFindings, issues: ReadonlyMap<string, IssueRef>): Conflicts {
  const { dependencies, withoutPriority, withoutDate } = findings;
  return {
    inversions: findings.inversions.slice(0, shownConflictsLimit).flatMap(({ dependency, reasons }) => {
      const ends = findEnds(dependency, issues);
      if (!ends) return [];
      const { blocker, blocked } = dependency;
      return { ...ends, reasons: [...reasons], blockerPriority: blocker.priority, blockedPriority: blocked.priority };
    }),
    dates: findings.dates.slice(0, shownConflictsLimit).flatMap(({ dependency, verdict: { blockerDue, blockedDue, reasons } }) => {
      const ends = findEnds(dependency, issues);
      if (!ends || blockerDue === null) return [];
      return { ...ends, reasons: [...reasons], blockerDue, blockedDue, targetOn: dependency.initiativeTargetOn };
    }),
    coverage: { dependencies, withoutPriority, withoutDate },
  };
}

/** The issues that the evidence names. */
export function listConflictIssues({ inversions, dates }: ConflictFindings): string[] {
  return [...inversions.slice(0, shownConflictsLimit), ...dates.slice(0, shownConflictsLimit)].flatMap(({ dependency }) => [
    dependency.blockerIssueId,
    dependency.blockedIssueId,
  ]);
}

function findEnds({ blockerIssueId, blockedIssueId, isExternal }: PlannedDependency, issues: ReadonlyMap<string, IssueRef>) {
  const blocker = issues.get(blockerIssueId);
  const blocked = issues.get(blockedIssueId);
  return blocker && blocked ? { blocker, blocked, external: isExternal } : null;
}
