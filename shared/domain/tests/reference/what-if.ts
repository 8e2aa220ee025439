import { Lookup } from './instant.ts';
import { distinct } from './roots.ts';
import type { Window, World } from './world.ts';

export interface WhatIfReference {
  inPlayMs: number;
  waitingMs: number;
  imposedMs: number;
}

/** Which dependencies no longer count as cross-team: 'waiting team|blocking team', and those between teams of one merge. */
export interface ReferenceChange {
  remove: string[];
  merge: string[][];
}

/** What each team, or the first by name of the teams it was merged with, would have paid and imposed. */
export function referenceWhatIf(world: World, window: Window, change: ReferenceChange): Map<string, WhatIfReference> {
  const lookup = new Lookup(world);
  const teams = new Map(world.teams.map((team) => [oneTeam(team, change), { inPlayMs: 0, waitingMs: 0, imposedMs: 0 }]));
  const at = (team: string) => teams.get(team) as WhatIfReference;
  for (const issue of world.issues) {
    for (const piece of lookup.pieces(issue, window.from, Math.min(window.to, window.now))) {
      const own = lookup.team(issue, piece.from);
      if (own === null || !lookup.inPlay(issue, piece.from)) continue;
      const ms = piece.to - piece.from;
      const mine = oneTeam(own, change);
      at(mine).inPlayMs += ms;
      const theirs = lookup.blockers(issue, piece.from).map((blocker) => lookup.team(blocker, piece.from));
      const blocking = distinct(
        theirs
          .filter((other) => other !== null && other !== own && !change.remove.includes(`${own}|${other}`))
          .map((other) => oneTeam(other as string, change)),
      ).filter((other) => other !== mine);
      if (blocking.length > 0) at(mine).waitingMs += ms;
      for (const other of blocking) at(other).imposedMs += ms / blocking.length;
    }
  }
  return teams;
}

/** Walks from team to team through every merge that has it, and names the whole by its first. */
export function oneTeam(team: string, { merge }: ReferenceChange): string {
  let all = [team];
  for (let grew = true; grew; ) {
    const wider = distinct([...all, ...merge.filter((teams) => teams.some((one) => all.includes(one))).flat()]);
    grew = wider.length > all.length;
    all = wider;
  }
  return [...all].sort()[0] as string;
}
