import { members } from './initiative-figures.ts';
import { Lookup } from './instant.ts';
import type { Window, World, WorldIssue } from './world.ts';

export interface ContributionReference {
  /** Started issue-time in the window by person: into the initiative, and in all. */
  people: Map<string, { intoMs: number; totalMs: number; dedication: 'dedicated' | 'shared' | 'swarming' }>;
  startedMs: number;
  unassignedMs: number;
  issuesPerDedicated: number | null;
}

export function referenceContributions(world: World, window: Window): Map<string, ContributionReference> {
  const lookup = new Lookup(world);
  const end = Math.min(window.to, window.now);
  const startedMs = (issues: WorldIssue[], person: string | null) => {
    let sum = 0;
    for (const issue of issues) {
      const cuts = [window.from, end, ...lookup.breakpoints(issue), ...(issue.assignees ?? []).map(({ at }) => at)];
      const instants = [...new Set(cuts)].filter((t) => t >= window.from && t <= end).sort((a, b) => a - b);
      instants.forEach((t, k) => {
        const isStarted = lookup.exists(issue, t) && lookup.category(issue, t) === 'started';
        if (isStarted && assigneeAt(issue, t) === person) sum += (instants[k + 1] ?? t) - t;
      });
    }
    return sum;
  };
  return new Map(
    world.initiatives.map(({ id }) => {
      const own = members(world, id);
      const people: ContributionReference['people'] = new Map();
      for (const { id: person } of world.people) {
        const intoMs = startedMs(own, person);
        if (intoMs <= 0) continue;
        const totalMs = startedMs(world.issues, person);
        const percent = (intoMs / totalMs) * 100;
        people.set(person, { intoMs, totalMs, dedication: percent >= 80 ? 'dedicated' : percent < 20 ? 'swarming' : 'shared' });
      }
      const unassignedMs = startedMs(own, null);
      const dedicated = [...people.values()].filter(({ dedication }) => dedication === 'dedicated').length;
      return [
        id,
        {
          people,
          startedMs: unassignedMs + [...people.values()].reduce((sum, { intoMs }) => sum + intoMs, 0),
          unassignedMs,
          issuesPerDedicated: dedicated === 0 ? null : own.filter((issue) => lookup.open(issue, window.now)).length / dedicated,
        },
      ];
    }),
  );
}

function assigneeAt({ assignees = [] }: WorldIssue, t: number): string | null {
  let person = assignees[0]?.person ?? null;
  for (const step of assignees) if (step.at <= t) person = step.person;
  return person;
}
