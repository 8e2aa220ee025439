import type { Company } from '../company/company.ts';
import type { Issue, IssueRelation, IssueRelationType } from '../company/issue.ts';
import type { User } from '../company/team.ts';
import type { IssuePlan } from './issue-plans.ts';

const LINEAR_BOT = { id: null, type: 'linear', name: 'Linear' };
const NOTE_DELAY_MS = 1_500;

/** Links what a plan waited for; both ends remember it. */
export function linkIssue(company: Company, plan: IssuePlan, issues: readonly Issue[]): void {
  const issue = issues[plan.place] as Issue;
  for (const { blocker, linkedAt, removedAt } of plan.waits) {
    if (linkedAt === null || linkedAt >= company.today) continue;
    const other = issues[blocker.place] as Issue;
    if (issue.inverseRelations.some((relation) => relation.issue === other)) continue;
    const isRemoved = removedAt !== null && removedAt < company.today;
    const actor = issue.assignee ?? issue.creator;
    const relation = addPastRelation(company, 'blocks', other, issue, linkedAt, actor);
    if (isRemoved) removePastRelation(company, relation, removedAt, actor);
    noteClosings(relation, company.today);
  }
}

const ADDED: Record<IssueRelationType, readonly [onIssue: string, onRelated: string]> = {
  blocks: ['ax', 'ab'],
  related: ['ar', 'ar'],
  duplicate: ['am', 'ad'],
  similar: ['ar', 'ar'],
};

export function addPastRelation(
  company: Company,
  type: IssueRelationType,
  issue: Issue,
  relatedIssue: Issue,
  at: number,
  actor: User | null,
): IssueRelation {
  const relation = company.relations.add({
    id: company.nextId('relation'),
    type,
    issue,
    relatedIssue,
    createdAt: at,
    updatedAt: at,
    archivedAt: null,
    removedAt: null,
  });
  issue.relations.push(relation);
  relatedIssue.inverseRelations.push(relation);
  const [onIssue, onRelated] = ADDED[type];
  remember(issue, relatedIssue, onIssue, at, actor);
  remember(relatedIssue, issue, onRelated, at, actor);
  return relation;
}

function removePastRelation(company: Company, relation: IssueRelation, at: number, actor: User | null): void {
  const { issue, relatedIssue } = relation;
  relation.removedAt = at;
  relation.updatedAt = at;
  company.relations.remove(relation);
  company.removedRelations.push(relation);
  issue.relations.splice(issue.relations.indexOf(relation), 1);
  relatedIssue.inverseRelations.splice(relatedIssue.inverseRelations.indexOf(relation), 1);
  remember(issue, relatedIssue, 'rx', at, actor);
  remember(relatedIssue, issue, 'rb', at, actor);
}

/** Linear's own notes when a blocker is completed or reopened: the relation stays. */
function noteClosings({ issue, relatedIssue, createdAt, removedAt }: IssueRelation, today: number): void {
  let wasClosed = false;
  for (const { state, startedAt } of issue.stateSpans) {
    const isClosed = state.type === 'completed' || state.type === 'canceled';
    const at = startedAt + NOTE_DELAY_MS;
    const isStanding = at > createdAt && at < (removedAt ?? today);
    if (isClosed !== wasClosed && isStanding) {
      remember(relatedIssue, issue, isClosed ? 'br' : 'bo', at, null);
      remember(issue, relatedIssue, isClosed ? 'xr' : 'xo', at, null);
    }
    wasClosed = isClosed;
  }
}

export function remember(issue: Issue, other: Issue, type: string, at: number, actor: User | null): void {
  const identifier = identifierAt(other, at);
  const entry = { createdAt: at, issue, actor, relationChanges: [{ identifier, type }] };
  issue.history.push(actor === null ? { ...entry, botActor: LINEAR_BOT } : entry);
}

function identifierAt(issue: Issue, at: number): string {
  const span = issue.teamSpans.find(({ endedAt }) => endedAt === null || at < endedAt);
  return span?.identifier ?? issue.identifier;
}
