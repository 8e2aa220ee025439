import type { Company } from '../company/company.ts';
import type { Issue, IssueRelation } from '../company/issue.ts';
import { noteBlocker, relate, unrelate } from '../company/relate.ts';
import type { IssuePlan } from './issue-plans.ts';

const NOTE_DELAY_MS = 1_500;

/** Links what a plan waited for; both ends remember it. */
export function linkIssue(company: Company, plan: IssuePlan, issues: readonly Issue[]): void {
  const issue = issues[plan.place] as Issue;
  for (const { blocker, linkedAt, removedAt } of plan.waits) {
    if (linkedAt === null || linkedAt >= company.today) continue;
    const other = issues[blocker.place] as Issue;
    if (issue.inverseRelations.some((relation) => relation.issue === other)) continue;
    const actor = issue.assignee ?? issue.creator;
    const relation = relate(company, 'blocks', other, issue, linkedAt, actor);
    if (removedAt !== null && removedAt < company.today) unrelate(company, relation, removedAt, actor);
    noteClosings(relation, company.today);
  }
}

function noteClosings(relation: IssueRelation, today: number): void {
  let wasClosed = false;
  for (const { state, startedAt } of relation.issue.stateSpans) {
    const isNowClosed = state.type === 'completed' || state.type === 'canceled';
    const at = startedAt + NOTE_DELAY_MS;
    const isStanding = at > relation.createdAt && at < (relation.removedAt ?? today);
    if (isNowClosed !== wasClosed && isStanding) noteBlocker(relation, isNowClosed, at);
    wasClosed = isNowClosed;
  }
}
