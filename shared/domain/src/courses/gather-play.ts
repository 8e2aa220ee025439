import { makeFloats } from '../columns/growing-column.ts';
import { statusCategoryCode } from '../facts/status-category.ts';
import { walkInPlay } from '../history/in-play.ts';
import { categoryOf, isInPlay, isOpen, teamOf } from '../history/issue-state.ts';
import { type Lifelines, rowAt } from '../history/lifelines.ts';
import { type IntervalSet, unionOf } from '../interval/interval-set.ts';
import type { Links } from '../waiting/links.ts';
import { type BlockedColumns, beforePlay } from '../waiting/wait-rows.ts';

/** When at least one issue of a group was in such a state. */
export interface Play {
  /** Infinity: nothing ever was in play. */
  readonly firstAt: number;
  /** Started, and not waiting. */
  readonly working: IntervalSet;
  /** Waiting on another team. */
  readonly waiting: IntervalSet;
  /** In play, with an open blocker of its own team. */
  readonly waitingInside: IntervalSet;
}

export interface PlayFacts {
  readonly lifelines: Lifelines;
  readonly links: Links;
  readonly blocked: BlockedColumns;
  /** The blocked rows of issue `i` begin at `firstWait[i]`. */
  readonly firstWait: Int32Array;
}

type Tell = (from: number, to: number) => void;

export function gatherPlay(facts: PlayFacts, issues: Int32Array): Play {
  const [working, waiting, inside] = [makeIntervals(), makeIntervals(), makeIntervals()];
  let firstAt = Infinity;
  for (const issue of issues) {
    walkInPlay(facts.lifelines, issue, (_team, from) => {
      if (from < firstAt) firstAt = from;
    });
    walkWork(facts, issue, working.add, waiting.add);
    walkInside(facts, issue, inside.add);
  }
  return { firstAt, working: working.union(), waiting: waiting.union(), waitingInside: inside.union() };
}

/** The waits of an issue, and what is left of its started time without them. */
function walkWork({ lifelines, blocked, firstWait }: PlayFacts, issue: number, tellWork: Tell, tellWait: Tell): void {
  let wait = firstWait[issue]!;
  const waitEnd = firstWait[issue + 1]!;
  for (let row = wait; row < waitEnd; row++) if (blocked.phase[row] !== beforePlay) tellWait(blocked.from[row]!, blocked.to[row]!);
  const end = lifelines.offset[issue + 1]!;
  for (let row = lifelines.offset[issue]!; row < end; row++) {
    if (categoryOf(lifelines.state[row]!) !== statusCategoryCode.started) continue;
    const to = row + 1 < end ? lifelines.at[row + 1]! : Infinity;
    let workFrom = lifelines.at[row]!;
    while (wait < waitEnd && blocked.to[wait]! <= workFrom) wait++;
    for (let k = wait; k < waitEnd && blocked.from[k]! < to; k++) {
      tellWork(workFrom, blocked.from[k]!);
      workFrom = blocked.to[k]!;
    }
    tellWork(workFrom, to);
  }
}

/** linked ∩ blocker open ∩ blocked in play ∩ one known team. */
function walkInside({ lifelines: { offset, at, state }, links }: PlayFacts, issue: number, tell: Tell): void {
  for (let link = links.offset[issue]!; link < links.offset[issue + 1]!; link++) {
    const blocker = links.blocker[link]!;
    const own = { row: rowAt(offset, at, issue, links.from[link]!), end: offset[issue + 1]! };
    const other = { row: rowAt(offset, at, blocker, links.from[link]!), end: offset[blocker + 1]! };
    for (let from = links.from[link]!; from < links.to[link]!; ) {
      const ownNext = own.row + 1 < own.end ? at[own.row + 1]! : Infinity;
      const otherNext = other.row + 1 < other.end ? at[other.row + 1]! : Infinity;
      const to = Math.min(ownNext, otherNext, links.to[link]!);
      if (own.row >= offset[issue]! && other.row >= offset[blocker]!) {
        const [blocked, blocking] = [state[own.row]!, state[other.row]!];
        const isOneTeam = teamOf(blocked) >= 0 && teamOf(blocked) === teamOf(blocking);
        if (isInPlay(blocked) && isOpen(blocking) && isOneTeam) tell(from, to);
      }
      if (ownNext === to) own.row++;
      if (otherNext === to) other.row++;
      from = to;
    }
  }
}

/** Joins what overlaps as it comes: of a busy group almost everything falls into the run gathered so far, and little is left to sort. */
function makeIntervals() {
  const from = makeFloats();
  const to = makeFloats();
  let runFrom = Infinity;
  let runTo = -Infinity;
  const pushRun = (): void => {
    if (runFrom >= runTo) return;
    from.push(runFrom);
    to.push(runTo);
  };
  return {
    add(start: number, end: number): void {
      if (start >= end) return;
      if (start <= runTo && end >= runFrom) {
        if (start < runFrom) runFrom = start;
        if (end > runTo) runTo = end;
        return;
      }
      pushRun();
      runFrom = start;
      runTo = end;
    },
    union(): IntervalSet {
      pushRun();
      return unionOf(from.view(), to.view());
    },
  };
}
