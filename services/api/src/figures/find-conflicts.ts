import { type DateVerdict, decideDateConflict, decideInversion, type InversionReason, isRanked } from '@speedtax/domain';
import type { PlannedDependency } from '@speedtax/storage/analytics';

/** What is wrong with the open dependencies of one initiative as they are planned. */
export interface ConflictFindings {
  readonly inversions: readonly { dependency: PlannedDependency; reasons: readonly InversionReason[] }[];
  readonly dates: readonly { dependency: PlannedDependency; verdict: DateVerdict }[];
  readonly dependencies: number;
  readonly withoutPriority: number;
  readonly withoutDate: number;
}

export function findConflicts(dependencies: readonly PlannedDependency[]): ConflictFindings {
  const judged = dependencies.map((dependency) => ({
    dependency,
    reasons: decideInversion(dependency.blocker, dependency.blocked),
    verdict: decideDateConflict(dependency.blocker, dependency.blocked, dependency.initiativeTargetOn),
  }));
  return {
    inversions: judged.filter(({ reasons }) => reasons.length > 0),
    dates: judged.filter(({ verdict }) => verdict.reasons.length > 0),
    dependencies: dependencies.length,
    withoutPriority: dependencies.filter(({ blocker, blocked }) => !isRanked(blocker, blocked)).length,
    withoutDate: judged.filter(({ verdict }) => !verdict.isDated).length,
  };
}

/** A blocker counts once, however many issues it blocks. */
export function countBlockers(found: readonly { dependency: PlannedDependency }[]): number {
  return new Set(found.map(({ dependency }) => dependency.blockerIssueId)).size;
}
