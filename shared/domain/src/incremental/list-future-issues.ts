import type { Company, StepColumns } from '../facts/company.ts';

/**
 * Issues of which something lies at the data cut-off or after it: facts are read for a while, and what happened meanwhile does not
 * count yet. When the cut-off moves they change without being touched.
 */
export function listFutureIssues({ issues, dependencies }: Company, now: number): number[] {
  const found = new Set<number>();
  const fields = [issues.status, issues.team, issues.closed, issues.assignee, issues.flagged].filter((field) => field !== undefined);
  for (let issue = 0; issue < issues.count; issue++)
    if (issues.createdAt[issue]! >= now || fields.some((field) => lastStepAt(field, issue) >= now)) found.add(issue);
  for (let d = 0; d < dependencies.count; d++) {
    const isAhead = dependencies.from[d]! >= now || (dependencies.to[d]! >= now && dependencies.to[d]! < Infinity);
    if (isAhead) found.add(dependencies.blocked[d]!);
  }
  return [...found].sort((a, b) => a - b);
}

/** Steps may come out of order: the latest of all counts. */
function lastStepAt({ offset, at }: StepColumns, issue: number): number {
  let latest = -Infinity;
  for (let row = offset[issue]!; row < offset[issue + 1]!; row++) if (at[row]! > latest) latest = at[row]!;
  return latest;
}
