import type { CompletionColumns } from '../analysis/analysis.ts';
import { firstRows } from '../columns/first-rows.ts';
import { statusCategoryCode } from '../facts/status-category.ts';
import { categoryOf, type IssueState, isInPlay, isOpen, teamOf } from '../history/issue-state.ts';
import { type Lifelines, rowAt } from '../history/lifelines.ts';
import type { Links } from '../waiting/links.ts';
import { type BlockedColumns, beforePlay } from '../waiting/wait-rows.ts';
import { makePlayEvent, type PlayEvent, stillCode, trackWeights } from './play-event.ts';

export interface PlayFindings {
  readonly lifelines: Lifelines;
  readonly links: Links;
  readonly blocked: BlockedColumns;
  readonly completions: CompletionColumns;
}

const [waitingWeight, movingWeight, workingWeight, insideWeight] = trackWeights;

/** What is counted on the way: an issue moves while it is in play and does not wait, and works while it is started and does not. */
const tally = { play: 0, started: 1, waits: 2, inside: 3, completed: 4 } as const;
const marksPerInstant = 16;

/** Tells what begins and ends of one issue, an event per instant, in order of time. */
export function makePlayWalker(findings: PlayFindings): (issue: number, tell: (event: PlayEvent) => void) => void {
  const { lifelines, links, blocked, completions } = findings;
  const firstCompletion = firstRows(completions.issue, lifelines.offset.length - 1);
  const counts = new Int32Array(5);
  let marks = new Float64Array(64);
  let markCount = 0;
  const mark = (at: number, what: number, begins: boolean): void => {
    if (at === Infinity) return;
    if (markCount === marks.length) {
      const larger = new Float64Array(marks.length * 2);
      larger.set(marks);
      marks = larger;
    }
    marks[markCount++] = at * marksPerInstant + what * 2 + (begins ? 1 : 0);
  };
  const markSpan = (from: number, to: number, what: number): void => {
    if (from >= to) return;
    mark(from, what, true);
    mark(to, what, false);
  };

  const walkUnblocked = (issue: number, tell: (event: PlayEvent) => void): void => {
    const end = lifelines.offset[issue + 1]!;
    const completedEnd = firstCompletion[issue + 1]!;
    let row = lifelines.offset[issue]!;
    let completed = firstCompletion[issue]!;
    let before = stillCode;
    while (row < end || completed < completedEnd) {
      const changesAt = row < end ? lifelines.at[row]! : Infinity;
      const completedAt = completed < completedEnd ? completions.at[completed]! : Infinity;
      const at = Math.min(changesAt, completedAt);
      const after = changesAt === at ? codeOfState(lifelines.state[row++]!) : before;
      if (completedAt === at) completed++;
      if (after !== before || completedAt === at) tell(makePlayEvent(at, stillCode + after - before, completedAt === at));
      before = after;
    }
  };

  return (issue, tell) => {
    if (links.offset[issue] === links.offset[issue + 1]) {
      walkUnblocked(issue, tell);
      return;
    }
    markCount = 0;
    const end = lifelines.offset[issue + 1]!;
    for (let row = lifelines.offset[issue]!; row < end; row++) {
      const state = lifelines.state[row]!;
      if (!isInPlay(state)) continue;
      const to = row + 1 < end ? lifelines.at[row + 1]! : Infinity;
      markSpan(lifelines.at[row]!, to, tally.play);
      if (categoryOf(state) === statusCategoryCode.started) markSpan(lifelines.at[row]!, to, tally.started);
    }
    for (let row = blocked.offset[issue]!; row < blocked.offset[issue + 1]!; row++)
      if (blocked.phase[row] !== beforePlay) markSpan(blocked.from[row]!, blocked.to[row]!, tally.waits);
    walkInside(findings, issue, (from, to) => markSpan(from, to, tally.inside));
    for (let row = firstCompletion[issue]!; row < firstCompletion[issue + 1]!; row++) mark(completions.at[row]!, tally.completed, true);

    sortMarks(marks, markCount);
    counts.fill(0);
    let before = stillCode;
    for (let next = 0; next < markCount; ) {
      const at = Math.floor(marks[next]! / marksPerInstant);
      counts[tally.completed] = 0;
      for (; next < markCount && marks[next]! < (at + 1) * marksPerInstant; next++) {
        const what = marks[next]! - at * marksPerInstant;
        counts[what >> 1]! += (what & 1) === 1 ? 1 : -1;
      }
      const after = codeOf(counts);
      const isCompleted = counts[tally.completed]! > 0;
      if (after !== before || isCompleted) tell(makePlayEvent(at, stillCode + after - before, isCompleted));
      before = after;
    }
  };
}

/** What holds of an issue that nothing blocks: it neither waits nor is blocked inside, so its own state says it all. */
function codeOfState(state: IssueState): number {
  const isStarted = categoryOf(state) === statusCategoryCode.started;
  return stillCode + (isInPlay(state) ? movingWeight : 0) + (isStarted ? workingWeight : 0);
}

/** What holds, as an event's code would say that it begins. */
function codeOf(counts: Int32Array): number {
  const waits = counts[tally.waits]! > 0;
  return (
    stillCode +
    (waits ? waitingWeight : 0) +
    (!waits && counts[tally.play]! > 0 ? movingWeight : 0) +
    (!waits && counts[tally.started]! > 0 ? workingWeight : 0) +
    (counts[tally.inside]! > 0 ? insideWeight : 0)
  );
}

const insertionLimit = 40;

function sortMarks(marks: Float64Array, count: number): void {
  if (count > insertionLimit) {
    marks.subarray(0, count).sort();
    return;
  }
  for (let end = 1; end < count; end++) {
    const value = marks[end]!;
    let place = end;
    for (; place > 0 && marks[place - 1]! > value; place--) marks[place] = marks[place - 1]!;
    marks[place] = value;
  }
}

/** linked ∩ blocker open ∩ blocked in play ∩ one known team. */
function walkInside(
  { lifelines: { offset, at, state }, links }: PlayFindings,
  issue: number,
  tell: (from: number, to: number) => void,
): void {
  const [first, end] = [offset[issue]!, offset[issue + 1]!];
  for (let link = links.offset[issue]!; link < links.offset[issue + 1]!; link++) {
    const blocker = links.blocker[link]!;
    const [blockerFirst, blockerEnd] = [offset[blocker]!, offset[blocker + 1]!];
    // Most blockers are another team's for all their lives: nothing of them needs to be walked.
    if (!haveTeamInCommon(state, first, end, blockerFirst, blockerEnd)) continue;
    let i = rowAt(offset, at, issue, links.from[link]!);
    let b = rowAt(offset, at, blocker, links.from[link]!);
    for (let from = links.from[link]!; from < links.to[link]!; ) {
      const until = i + 1 < end ? at[i + 1]! : Infinity;
      const blockerUntil = b + 1 < blockerEnd ? at[b + 1]! : Infinity;
      const to = Math.min(until, blockerUntil, links.to[link]!);
      if (i >= first && b >= blockerFirst && isInPlay(state[i]!) && isOpen(state[b]!)) {
        const team = teamOf(state[i]!);
        if (team >= 0 && team === teamOf(state[b]!)) tell(from, to);
      }
      if (until === to) i++;
      if (blockerUntil === to) b++;
      from = to;
    }
  }
}

/** Did one known team own both, whenever? Those of one are rows `first` to `end − 1`. */
function haveTeamInCommon(state: Int32Array, first: number, end: number, otherFirst: number, otherEnd: number): boolean {
  let before = -1;
  for (let other = otherFirst; other < otherEnd; other++) {
    const team = teamOf(state[other]!);
    if (team < 0 || team === before) continue;
    before = team;
    for (let row = first; row < end; row++) if (teamOf(state[row]!) === team) return true;
  }
  return false;
}
