import type { IssueRef } from '@speedtax/contract';
import type { IssueSummary, PersonSummary } from '@speedtax/storage/analytics';
import { presentMaybePerson } from './present-person.ts';

export function presentIssueRef(issue: IssueSummary, people: ReadonlyMap<string, PersonSummary>): IssueRef {
  const { id, externalId, key, title, url, teamId, teamName, category, statusName, assigneeId } = issue;
  return {
    issueId: id,
    externalId,
    key,
    title,
    url,
    teamId,
    teamName,
    category,
    statusName,
    assignee: presentMaybePerson(assigneeId, people),
  };
}
