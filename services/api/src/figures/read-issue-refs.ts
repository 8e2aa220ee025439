import type { IssueRef } from '@speedtax/contract';
import { listIssueSummaries, listPeople } from '@speedtax/storage/analytics';
import { presentIssueRef } from '../present/present-issue-ref.ts';
import type { FigureBasis } from './read-figures.ts';

/** The issues with these ids as answers show them, by id. */
export async function readIssueRefs({ trx, organizationId }: FigureBasis, ids: Iterable<string>): Promise<Map<string, IssueRef>> {
  const issues = await listIssueSummaries(trx, organizationId, ids);
  const people = await listPeople(
    trx,
    organizationId,
    [...issues.values()].map((issue) => issue.assigneeId),
  );
  return new Map([...issues].map(([id, issue]) => [id, presentIssueRef(issue, people)]));
}
