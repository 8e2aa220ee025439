import type { Issue, IssueHistory } from '../company/issue.ts';
import type { Cycle } from '../company/team.ts';
import type { IssuePlan } from './issue-plans.ts';

const MAX_ROLLOVERS = 12;
const PLANNED_CHANCE = 0.8;

/** The cycle in which work began, and every next one while it goes on. */
export function planCycles(issue: Issue, plan: IssuePlan, today: number): void {
  const { cycles } = plan.team.team;
  const begun = issue.stateSpans.find(({ state }) => state.type === 'unstarted' || state.type === 'started');
  if (cycles.length === 0 || !begun || issue.team !== plan.team.team || !plan.random.chance(PLANNED_CHANCE)) return;
  const closedAt = issue.completedAt ?? issue.canceledAt ?? today;
  const first = cycles.findIndex(({ startsAt, endsAt }) => startsAt <= begun.startedAt && begun.startedAt < endsAt);
  let current: Cycle | null = null;
  for (let place = first; place >= 0 && place < first + MAX_ROLLOVERS; place += 1) {
    const cycle = cycles[place];
    const at = current === null ? Math.max(begun.startedAt, issue.createdAt) + 1 : current.endsAt;
    if (!cycle || at >= closedAt || at >= today) break;
    const entry: IssueHistory = { createdAt: at, issue, actor: null, fromCycle: current, toCycle: cycle };
    if (current === null) entry.actor = issue.assignee ?? issue.creator;
    issue.history.push(entry);
    current = cycle;
    issue.cycle = cycle;
    issue.addedToCycleAt = at;
    issue.updatedAt = Math.max(issue.updatedAt, at);
  }
}
