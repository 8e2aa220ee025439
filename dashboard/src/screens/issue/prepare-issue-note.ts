import type { IssueRef } from '@speedtax/contract';
import { type KeptView, teamLink } from '../../address/links.ts';
import type { SentencePart } from '../../parts/sentence.tsx';

/** "Schema for refunds · In Progress · Payments · Bo Okafor · Open in the tracker" */
export function prepareIssueNote(issue: IssueRef, view: KeptView): SentencePart[] {
  const team: SentencePart = issue.teamId ? { text: issue.teamName ?? 'its team', href: teamLink(issue.teamId, view) } : 'no team known';
  const parts: SentencePart[] = [
    issue.title,
    ' · ',
    issue.statusName ?? 'status not known',
    ' · ',
    team,
    ' · ',
    issue.assignee?.name ?? 'nobody assigned',
  ];
  return issue.url ? [...parts, ' · ', { text: 'Open in the tracker', href: issue.url }] : parts;
}
