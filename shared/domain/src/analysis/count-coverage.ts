import type { Company } from '../facts/company.ts';
import { categoryOf, isThere, teamOf } from '../history/issue-state.ts';
import { type Lifelines, lastState } from '../history/lifelines.ts';
import type { CoverageCounts } from './analysis.ts';

/** How much of what is there now is known. */
export function countCoverage({ issues, dependencies }: Company, lifelines: Lifelines): CoverageCounts {
  let issuesWithoutTeam = 0;
  let issuesWithUnknownStatus = 0;
  for (let issue = 0; issue < issues.count; issue++) {
    const state = lastState(lifelines, issue);
    if (!isThere(state)) continue;
    if (teamOf(state) < 0) issuesWithoutTeam++;
    if (categoryOf(state) < 0) issuesWithUnknownStatus++;
  }
  return {
    issues: issues.count,
    issuesWithoutTeam,
    issuesWithUnknownStatus,
    dependencies: dependencies.count + dependencies.unknownStarts,
    dependenciesWithUnknownStart: dependencies.unknownStarts,
  };
}
