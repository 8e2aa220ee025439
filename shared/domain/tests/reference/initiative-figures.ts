import { Lookup } from './instant.ts';
import { reach } from './roots.ts';
import type { Window, World, WorldIssue } from './world.ts';

export interface InitiativeReference {
  ownership: 'single' | 'inferred' | 'diluted' | 'unowned';
  accountable: string[];
  ownerSpan: number | null;
  singleThreaded: boolean;
  crossTeamBlockers: string[];
  externalBlockers: string[];
  inPlayMs: number;
  ownTeamsInPlayMs: number;
  resourceControl: number | null;
  leadership: 'STL' | 'STO' | null;
  waitingMs: number;
  clockWaitingMs: number;
  stalledMs: number;
  flaggedMs: number;
}

export function referenceInitiatives(world: World, window: Window): Map<string, InitiativeReference> {
  const lookup = new Lookup(world);
  const verdicts = new Map(world.initiatives.map((initiative) => [initiative.id, whoIsAccountable(world, initiative.id)]));
  return new Map(
    world.initiatives.map((initiative) => {
      const { ownership, accountable } = verdicts.get(initiative.id) as Accountability;
      const person = accountable.length === 1 ? (accountable[0] as string) : null;
      const ownerSpan = person === null ? null : spanOf(world, verdicts, person);
      const times = measure(world, lookup, members(world, initiative.id), person, window);
      return [
        initiative.id,
        {
          ownership,
          accountable,
          ownerSpan,
          singleThreaded: ownership === 'single' && (ownerSpan ?? 2) <= 1,
          ...blockersNow(world, lookup, initiative.id, window.now),
          ...times,
        },
      ];
    }),
  );
}

interface Accountability {
  ownership: InitiativeReference['ownership'];
  accountable: string[];
}

function whoIsAccountable(world: World, initiativeId: string): Accountability {
  const active = (id: string | null) => id !== null && world.people.some((person) => person.id === id && person.active);
  const initiative = world.initiatives.find((i) => i.id === initiativeId);
  if (initiative && active(initiative.owner)) return { ownership: 'single', accountable: [initiative.owner as string] };
  const unfinished = projectsOf(world, initiativeId).filter((project) => project.status === 'planned' || project.status === 'active');
  const leads = [...new Set(unfinished.map((project) => project.lead).filter(active))] as string[];
  if (leads.length === 0) return { ownership: 'unowned', accountable: [] };
  return { ownership: leads.length === 1 ? 'inferred' : 'diluted', accountable: leads.sort() };
}

/** Active initiatives this person is accountable for: as the owner, as the one inferred, or as one of several. */
function spanOf(world: World, verdicts: Map<string, Accountability>, person: string): number {
  return world.initiatives.filter((initiative) => {
    const verdict = verdicts.get(initiative.id) as Accountability;
    return initiative.status === 'active' && verdict.accountable.includes(person);
  }).length;
}

/** The initiative itself and everything under it; a circle of parents is walked once. */
export function family(world: World, initiativeId: string): Set<string> {
  const all = new Set([initiativeId]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const child of world.initiatives) {
      if (all.has(child.id) || !child.parents.some((parent) => all.has(parent))) continue;
      all.add(child.id);
      grew = true;
    }
  }
  return all;
}

export const projectsOf = (world: World, initiativeId: string) => {
  const under = family(world, initiativeId);
  return world.projects.filter((project) => project.initiatives.some((id) => under.has(id)));
};

export function members(world: World, initiativeId: string): WorldIssue[] {
  const projects = new Set(projectsOf(world, initiativeId).map((project) => project.id));
  return world.issues.filter((issue) => issue.project !== null && projects.has(issue.project));
}

export function blockersNow(world: World, lookup: Lookup, initiativeId: string, now: number) {
  const mine = members(world, initiativeId);
  const all = new Set(mine.flatMap((issue) => lookup.crossTeamBlockers(issue, now).map((blocker) => blocker.id)));
  const own = new Set(mine.map((issue) => issue.id));
  return { crossTeamBlockers: [...all].sort(), externalBlockers: [...all].filter((id) => !own.has(id)).sort() };
}

function measure(world: World, lookup: Lookup, issues: WorldIssue[], person: string | null, window: Window) {
  const end = Math.min(window.to, window.now);
  const ownTeams = new Set(world.people.find((p) => p.id === person)?.teams ?? []);
  const cuts = new Set([window.from, end]);
  for (const issue of issues) for (const t of lookup.breakpoints(issue)) if (t > window.from && t < end) cuts.add(t);
  const instants = [...cuts].sort((a, b) => a - b);
  const sum = { inPlayMs: 0, ownTeamsInPlayMs: 0, waitingMs: 0, clockWaitingMs: 0, stalledMs: 0, flaggedMs: 0 };
  for (let k = 0; k + 1 < instants.length; k++) {
    const t = instants[k] as number;
    const next = instants[k + 1] as number;
    const ms = window.measure?.(t, next) ?? next - t;
    if (ms <= 0) continue;
    const everyInPlay = issues.filter((issue) => lookup.inPlay(issue, t));
    const inPlay = everyInPlay.filter((issue) => lookup.team(issue, t) !== null);
    const waiting = inPlay.filter((issue) => lookup.waiting(issue, t));
    sum.inPlayMs += ms * inPlay.length;
    sum.ownTeamsInPlayMs += ms * inPlay.filter((issue) => ownTeams.has(lookup.team(issue, t) as string)).length;
    sum.waitingMs += ms * waiting.length;
    sum.flaggedMs += ms * inPlay.filter((issue) => lookup.flagged(issue, t)).length;
    if (waiting.length > 0) sum.clockWaitingMs += ms;
    if (waiting.length > 0 && waiting.length === everyInPlay.length) sum.stalledMs += ms;
  }
  const resourceControl = person === null || ownTeams.size === 0 || sum.inPlayMs === 0 ? null : sum.ownTeamsInPlayMs / sum.inPlayMs;
  const leadership: 'STL' | 'STO' | null = resourceControl === null ? null : resourceControl >= 0.8 ? 'STL' : 'STO';
  return { ...sum, resourceControl, leadership };
}

/** Cycles of in-force cross-team dependencies among open issues, now: each a sorted list of issues. */
export function referenceDeadlocks(world: World, now: number): string[][] {
  const lookup = new Lookup(world);
  const crossTeamOnly = Object.assign(Object.create(lookup) as Lookup, {
    blockers: (issue: WorldIssue, t: number) => lookup.crossTeamBlockers(issue, t),
  });
  const below = new Map(
    world.issues.map((issue) => [issue.id, new Set(reach(crossTeamOnly, lookup.crossTeamBlockers(issue, now), now).map((i) => i.id))]),
  );
  const cycles = new Map<string, string[]>();
  for (const issue of world.issues) {
    const together = [...(below.get(issue.id) ?? [])].filter((other) => below.get(other)?.has(issue.id)).sort();
    if (together.includes(issue.id)) cycles.set(together.join('|'), together);
  }
  return [...cycles.values()].sort((a, b) => a.join().localeCompare(b.join()));
}
