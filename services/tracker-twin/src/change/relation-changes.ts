import type { Company } from '../company/company.ts';
import type { Issue, IssueRelation, IssueRelationType } from '../company/issue.ts';
import { relate, unrelate } from '../company/relate.ts';
import type { User } from '../company/team.ts';

export interface NewRelation {
  /** Of type blocks: the blocker. */
  readonly issue: Issue;
  /** Of type blocks: the blocked one. */
  readonly relatedIssue: Issue;
  readonly type?: IssueRelationType;
}

export function addRelation(
  company: Company,
  { issue, relatedIssue, type = 'blocks' }: NewRelation,
  at: number,
  actor: User | null = relatedIssue.assignee,
): IssueRelation {
  const relation = relate(company, type, issue, relatedIssue, at, actor);
  touchEnds(company, relation, at);
  return relation;
}

/** Both ends remember it; no list shows it any more. */
export function removeRelation(
  company: Company,
  relation: IssueRelation,
  at: number,
  actor: User | null = relation.relatedIssue.assignee,
): void {
  unrelate(company, relation, at, actor);
  touchEnds(company, relation, at);
}

function touchEnds(company: Company, { issue, relatedIssue }: IssueRelation, at: number): void {
  if (!company.relationsTouchIssues) return;
  for (const end of [issue, relatedIssue]) company.issues.touch(end, at);
}
