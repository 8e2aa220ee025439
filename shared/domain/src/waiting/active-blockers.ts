import type { TeamSets } from '../roots/team-sets.ts';
import type { BlockingPieces } from './blocking-pieces.ts';
import { makeTeamTally, type TeamTally } from './team-tally.ts';

const anatomyCount = 3;
const none = -1;

/** Who blocks one issue at the instant a sweep has come to: by team, with what each team is doing, and where it goes back to. Nobody, once all pieces have ended. */
export interface ActiveBlockers {
  /** The teams that block, the waiter's own among them if it does. */
  readonly blockingTeams: TeamTally;
  /** The root teams of all blockers of other teams than the waiter's. */
  readonly rootTeams: TeamTally;
  begin(piece: number): void;
  end(piece: number): void;
  /** −1: not known. */
  changeWaiterTeam(team: number): void;
  /** The least advanced that the team's blockers are: code of `anatomies`. */
  anatomyOf(team: number): number;
  /** Puts the team's blockers, oldest first, to the beginning of `into`. @returns how many, `limit` at most */
  listBlockers(team: number, into: number[], limit: number): number;
}

export function makeActiveBlockers(teamCount: number, teamSets: TeamSets, pieces: BlockingPieces): ActiveBlockers {
  const blockingTeams = makeTeamTally(teamCount);
  const rootTeams = makeTeamTally(teamCount);
  const byAnatomy = new Int32Array(teamCount * anatomyCount);
  // The pieces of each team as a linked list: any number of blockers come and go without a search.
  const first = new Int32Array(teamCount).fill(none);
  const last = new Int32Array(teamCount).fill(none);
  const next: number[] = [];
  const previous: number[] = [];
  let waiterTeam = none;

  const countRoots = (piece: number, isAdded: boolean): void => {
    for (const team of teamSets.teamsOf(pieces.roots[piece]!)) {
      if (isAdded) rootTeams.add(team);
      else rootTeams.remove(team);
    }
  };
  const countRootsOfTeam = (team: number, isAdded: boolean): void => {
    if (team < 0) return;
    for (let piece = first[team]!; piece !== none; piece = next[piece]!) countRoots(piece, isAdded);
  };

  return {
    blockingTeams,
    rootTeams,
    begin(piece) {
      const team = pieces.team[piece]!;
      blockingTeams.add(team);
      byAnatomy[team * anatomyCount + pieces.anatomy[piece]!]!++;
      previous[piece] = last[team]!;
      next[piece] = none;
      if (last[team] === none) first[team] = piece;
      else next[last[team]!] = piece;
      last[team] = piece;
      if (team !== waiterTeam) countRoots(piece, true);
    },
    end(piece) {
      const team = pieces.team[piece]!;
      blockingTeams.remove(team);
      byAnatomy[team * anatomyCount + pieces.anatomy[piece]!]!--;
      if (previous[piece] === none) first[team] = next[piece]!;
      else next[previous[piece]!] = next[piece]!;
      if (next[piece] === none) last[team] = previous[piece]!;
      else previous[next[piece]!] = previous[piece]!;
      if (team !== waiterTeam) countRoots(piece, false);
    },
    changeWaiterTeam(team) {
      if (team === waiterTeam) return;
      countRootsOfTeam(waiterTeam, true);
      countRootsOfTeam(team, false);
      waiterTeam = team;
    },
    anatomyOf(team) {
      const base = team * anatomyCount;
      return byAnatomy[base]! > 0 ? 0 : byAnatomy[base + 1]! > 0 ? 1 : 2;
    },
    listBlockers(team, into, limit) {
      let count = 0;
      for (let piece = first[team]!; piece !== none && count < limit; piece = next[piece]!) into[count++] = pieces.blocker[piece]!;
      return count;
    },
  };
}
