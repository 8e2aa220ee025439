import { family, members, referenceInitiatives } from './initiative-figures.ts';
import { Lookup } from './instant.ts';
import { leastAdvanced } from './team-figures.ts';
import type { Window, World, WorldIssue } from './world.ts';

const day = 86_400_000;

export interface InputsReference {
  openExternalBlockers: number;
  acceptance: { waits: number; unacceptedNow: number; medianMs: number | null };
  agreement: { dependencies: number; agreed: number; share: number | null };
  /** 'blocker blocked', sorted. */
  staleLinks: string[];
  /** Active initiatives of the family, sorted. */
  withoutLeader: string[];
}

/** `changedAt`: when each issue last changed. */
export function referenceInputs(world: World, window: Window, changedAt: Map<string, number>): Map<string, InputsReference> {
  const lookup = new Lookup(world);
  const verdicts = referenceInitiatives(world, window);
  return new Map(
    world.initiatives.map(({ id }) => {
      const own = members(world, id);
      const inside = new Set(own.map((issue) => issue.id));
      const within = { from: window.from, to: Math.min(window.to, window.now) };

      const linked = world.dependencies.filter(({ blocker, blocked, from }) => {
        const teams = [blocker, blocked].map((end) => lookup.team(lookup.get(end), window.now));
        return (
          inside.has(blocked) && teams.every((team) => team !== null) && teams[0] !== teams[1] && from >= within.from && from < within.to
        );
      });
      const agreed = linked.filter(({ blocked, from }) => {
        const begun = workBegunAt(lookup, lookup.get(blocked), window.now);
        return begun === null || from < begun;
      });
      const rests = (issue: WorldIssue) => (changedAt.get(issue.id) as number) <= window.now - 30 * day;

      return [
        id,
        {
          openExternalBlockers: verdicts.get(id)?.externalBlockers.length as number,
          acceptance: acceptanceOf(own.flatMap((issue) => unacceptedTimes(lookup, issue, within))),
          agreement: {
            dependencies: linked.length,
            agreed: agreed.length,
            share: linked.length === 0 ? null : agreed.length / linked.length,
          },
          staleLinks: own
            .flatMap((blocked) =>
              lookup
                .crossTeamBlockers(blocked, window.now)
                .filter((blocker) => rests(blocker) && rests(blocked))
                .map((blocker) => `${blocker.id} ${blocked.id}`),
            )
            .sort(),
          withoutLeader: world.initiatives
            .filter((each) => family(world, id).has(each.id) && each.status === 'active' && !verdicts.get(each.id)?.singleThreaded)
            .map((each) => each.id)
            .sort(),
        },
      ];
    }),
  );
}

/** For each team that the issue waited on: how long it had not accepted, and whether that went on past the end. */
function unacceptedTimes(lookup: Lookup, issue: WorldIssue, { from, to }: { from: number; to: number }) {
  const times = new Map<string, { ms: number; isOpen: boolean }>();
  const unacceptedBy = (team: string, t: number) => {
    const theirs = lookup.waiting(issue, t) ? lookup.crossTeamBlockers(issue, t).filter((blocker) => lookup.team(blocker, t) === team) : [];
    return theirs.length > 0 && leastAdvanced(lookup, theirs, t) === 'unacceptedMs';
  };
  for (const piece of lookup.pieces(issue, from, to)) {
    if (!lookup.waiting(issue, piece.from)) continue;
    for (const team of new Set(lookup.crossTeamBlockers(issue, piece.from).map((blocker) => lookup.team(blocker, piece.from) as string))) {
      const isUnaccepted = unacceptedBy(team, piece.from);
      times.set(team, {
        ms: (times.get(team)?.ms ?? 0) + (isUnaccepted ? piece.to - piece.from : 0),
        isOpen: isUnaccepted && piece.to === to && unacceptedBy(team, to),
      });
    }
  }
  return [...times.values()];
}

/** Kaplan–Meier, read off at one half: nobody who is still open is taken to have been accepted. */
function acceptanceOf(all: { ms: number; isOpen: boolean }[]): InputsReference['acceptance'] {
  const accepted = [...new Set(all.filter((one) => !one.isOpen).map((one) => one.ms))].sort((a, b) => a - b);
  let still = 1;
  let medianMs: number | null = null;
  for (const ms of accepted) {
    const atRisk = all.filter((one) => one.ms >= ms).length;
    const now = all.filter((one) => one.ms === ms && !one.isOpen).length;
    still = (still * (atRisk - now)) / atRisk;
    if (medianMs === null && still <= 0.5 + 1e-9) medianMs = ms;
  }
  return { waits: all.length, unacceptedNow: all.filter((one) => one.isOpen).length, medianMs };
}

function workBegunAt(lookup: Lookup, issue: WorldIssue, now: number): number | null {
  const begun = lookup
    .pieces(issue, issue.createdAt, now)
    .find(({ from }) => lookup.exists(issue, from) && lookup.category(issue, from) === 'started');
  return begun?.from ?? null;
}
