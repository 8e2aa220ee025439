import { statusCategoryCode } from '../facts/status-category.ts';
import { categoryOf, isOpen, teamOf } from '../history/issue-state.ts';
import { type Lifelines, rowAt } from '../history/lifelines.ts';
import type { RootTimelines } from '../roots/derive-root-timelines.ts';
import type { TeamSets } from '../roots/team-sets.ts';
import type { Links } from './links.ts';

/**
 * Who blocks one issue when: a piece per blocker and stretch of time in which it stays the same blocker, that is open, of
 * one known team, doing one thing about it, going back to the same root teams. Pieces of one blocker are disjoint.
 * The columns are overwritten for each issue, so that a million issues cost no memory.
 */
export interface BlockingPieces {
  count: number;
  readonly blocker: number[];
  readonly from: number[];
  readonly to: number[];
  readonly team: number[];
  /** Code of `anatomies`. */
  readonly anatomy: number[];
  /** A number of `TeamSets`. */
  readonly roots: number[];
}

export function makePieceCollector({ offset, at, state }: Lifelines, links: Links, timelines: RootTimelines, teamSets: TeamSets) {
  const pieces: BlockingPieces = { count: 0, blocker: [], from: [], to: [], team: [], anatomy: [], roots: [] };

  const push = (blocker: number, from: number, to: number, team: number, anatomy: number, roots: number): void => {
    const piece = pieces.count++;
    pieces.blocker[piece] = blocker;
    pieces.from[piece] = from;
    pieces.to[piece] = to;
    pieces.team[piece] = team;
    pieces.anatomy[piece] = anatomy;
    pieces.roots[piece] = roots;
  };

  const pushByRoots = (blocker: number, from: number, to: number, team: number, anatomy: number): void => {
    const end = timelines.offset[blocker + 1]!;
    if (timelines.offset[blocker] === end) {
      push(blocker, from, to, team, anatomy, teamSets.ofTeam(team));
      return;
    }
    let row = rowAt(timelines.offset, timelines.at, blocker, from);
    for (let start = from; start < to; row++) {
      const until = row + 1 < end ? Math.min(to, timelines.at[row + 1]!) : to;
      push(blocker, start, until, team, anatomy, timelines.set[row]!);
      start = until;
    }
  };

  /** linked ∩ blocker open, for every link onto the issue. */
  const collect = (issue: number): void => {
    pieces.count = 0;
    for (let link = links.offset[issue]!; link < links.offset[issue + 1]!; link++) {
      const blocker = links.blocker[link]!;
      const end = offset[blocker + 1]!;
      const linkedTo = links.to[link]!;
      let row = Math.max(rowAt(offset, at, blocker, links.from[link]!), offset[blocker]!);
      for (; row < end && at[row]! < linkedTo; row++) {
        if (!isOpen(state[row]!) || teamOf(state[row]!) < 0) continue;
        const from = Math.max(links.from[link]!, at[row]!);
        const to = row + 1 < end ? Math.min(linkedTo, at[row + 1]!) : linkedTo;
        pushByRoots(blocker, from, to, teamOf(state[row]!), anatomyOf(categoryOf(state[row]!)));
      }
    }
  };
  return { pieces, collect };
}

/** What an open blocker's category says its team is doing about it: code of `anatomies`. */
export function anatomyOf(category: number): number {
  return Math.max(0, category - statusCategoryCode.backlog);
}
