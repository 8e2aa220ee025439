import type { IssueRef } from '@speedtax/contract';
import { issueLink, type KeptView } from '../../address/links.ts';
import type { SentencePart } from '../../parts/sentence.tsx';

/** A deadlock longer than this is told by its first issues and a count. */
const issuesNamed = 8;

/** "4 open issues wait on each other in a circle, and none can go on by itself: PAY-1, PLT-2, …"; empty where there is none. */
export function prepareDeadlock(issues: readonly IssueRef[], view: KeptView): SentencePart[] {
  if (issues.length === 0) return [];
  const named = issues.slice(0, issuesNamed).flatMap((issue, index): SentencePart[] => {
    const link = { text: issue.key, href: issueLink(issue.issueId, view), exact: issue.title };
    return index === 0 ? [link] : [', ', link];
  });
  const rest = issues.length - issuesNamed;
  return [
    `${issues.length} open issues wait on each other in circles across teams, and none can go on by itself: `,
    ...named,
    rest > 0 ? ` and ${rest} more.` : '.',
  ];
}
