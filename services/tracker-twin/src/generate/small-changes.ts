import type { Issue, IssueHistory } from '../company/issue.ts';
import type { IssuePlan } from './issue-plans.ts';

const REASSIGNED_CHANCE = 0.12;
const FILED_LATER_CHANCE = 0.2;
const REPRIORITIZED_CHANCE = 0.08;

/** What also happens to issues: they change hands, are filed later, are ranked anew. */
export function addSmallChanges(issue: Issue, plan: IssuePlan, today: number): void {
  const { random } = plan;
  const add = (at: number, change: Partial<IssueHistory>) => {
    if (at >= today) return false;
    issue.history.push({ createdAt: at, issue, actor: issue.creator, ...change });
    issue.updatedAt = Math.max(issue.updatedAt, at);
    return true;
  };
  if (random.chance(REASSIGNED_CHANCE)) reassign(issue, plan, add);
  if (issue.project && random.chance(FILED_LATER_CHANCE)) {
    const at = issue.createdAt + random.int(60_000, 7_200_000);
    if (add(at, { fromProject: null, toProject: issue.project })) issue.addedToProjectAt = at;
  }
  if (issue.priority > 1 && random.chance(REPRIORITIZED_CHANCE)) {
    const at = issue.createdAt + random.int(7_200_000, 90_000_000);
    const toPriority = issue.priority - 1;
    if (add(at, { fromPriority: issue.priority, toPriority })) issue.priority = toPriority;
  }
}

/** Somebody else had it first, and gave it away while it was in work. */
function reassign(issue: Issue, { random, team }: IssuePlan, add: (at: number, change: Partial<IssueHistory>) => boolean): void {
  const first = issue.history.find(({ toAssignee }) => toAssignee);
  const work = issue.stateSpans.find(({ state, endedAt }) => state.type === 'started' && endedAt !== null);
  const former = random.pick(team.people).user;
  if (!first || !work?.endedAt || former === issue.assignee) return;
  const at = Math.round(work.startedAt + (work.endedAt - work.startedAt) * (0.1 + 0.8 * random.float()));
  if (at <= first.createdAt) return;
  if (add(at, { actor: former, fromAssignee: former, toAssignee: issue.assignee })) first.toAssignee = former;
}
