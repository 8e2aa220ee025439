import type { Issue, IssueHistory } from '../../company/issue.ts';
import type { Cycle, Team } from '../../company/team.ts';
import type { JiraSite } from './jira-site.ts';

export interface Sprint {
  readonly id: number;
  readonly name: string;
  readonly state: 'future' | 'active' | 'closed';
  readonly boardId: number;
  readonly cycle: Cycle;
}

export function sprintOf(site: JiraSite, cycle: Cycle): Sprint {
  const now = site.settings.now();
  const state = cycle.completedAt !== null || cycle.endsAt <= now ? 'closed' : cycle.startsAt <= now ? 'active' : 'future';
  const name = cycle.name ?? `${cycle.team.key} Sprint ${cycle.number}`;
  return { id: site.numbers.of('sprint', cycle), name, state, boardId: boardIdOf(site, cycle.team), cycle };
}

/** One board for each project. */
export function boardIdOf({ numbers }: JiraSite, team: Team): number {
  return numbers.of('project', team) - 9_999;
}

/** Sprints in which an issue is or was when they were closed: Jira's list keeps those. */
export function listSprints(site: JiraSite, issue: Issue): Sprint[] {
  const changes = issue.history.filter(({ toCycle }) => toCycle !== undefined);
  const cycles = changes.reduce(followSprints, []);
  if (changes.length === 0 && issue.cycle) cycles.push(issue.cycle);
  return cycles.map((cycle) => sprintOf(site, cycle));
}

/** The list after a change: a sprint that was over stays, one that was not is left. */
export function followSprints(cycles: readonly Cycle[], { createdAt, fromCycle, toCycle }: IssueHistory): Cycle[] {
  const before = fromCycle && !cycles.includes(fromCycle) ? [...cycles, fromCycle] : cycles;
  const kept = before.filter((cycle) => cycle !== toCycle && (cycle !== fromCycle || cycle.endsAt <= createdAt));
  return toCycle ? [...kept, toCycle] : kept;
}
