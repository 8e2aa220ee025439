import type { IssueRef } from '@speedtax/contract';

type Part = string | { text: string; href: string; title: string };

/** A deadlock longer than this is told by its first issues and a count. */
const issuesNamed = 8;

/** "4 issues wait on each other in a circle, and none can go on: PAY-1, PLT-2, …" */
export function prepareDeadlockSentence(issues: readonly IssueRef[], href: (issueId: string) => string): Part[] {
  if (issues.length === 0) return [];
  const named = issues.slice(0, issuesNamed);
  const links = named.flatMap((issue, index): Part[] => [index === 0 ? '' : ', ', { text: issue.key, href: href(issue.issueId), title: issue.title }]);
  const rest = issues.length - named.length;
  const head = `${issues.length} open issues wait on each other in circles across teams, and none of them can go on by itself: `;
  return [head, ...links, rest > 0 ? ` and ${rest} more.` : '.'];
}
