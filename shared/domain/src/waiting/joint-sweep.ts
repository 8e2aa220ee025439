import { sortRows } from '../columns/sort-rows.ts';
import { absentState, type IssueState, teamOf } from '../history/issue-state.ts';
import type { Lifelines } from '../history/lifelines.ts';
import type { TeamSets } from '../roots/team-sets.ts';
import { makeActiveBlockers } from './active-blockers.ts';
import type { BlockingPieces } from './blocking-pieces.ts';
import { makeWaitRecorder } from './wait-recorder.ts';
import type { WaitTables } from './wait-tables.ts';

/**
 * The sweep over an issue that several others block at once. At each instant at which a piece begins or ends, or the waiter
 * changes, the recorder settles who waits on whom from then on. Every piece ends, be it at Infinity: nothing is left for the next issue.
 */
export function makeJointSweep(
  lifelines: Lifelines,
  pieces: BlockingPieces,
  teamSets: TeamSets,
  teamCount: number,
  tables: WaitTables,
): (issue: number) => void {
  const active = makeActiveBlockers(teamCount, teamSets, pieces);
  const recorder = makeWaitRecorder(teamCount, active, tables);
  const events = makePieceEvents(pieces);

  return (issue) => {
    events.load();
    recorder.beginIssue(issue);

    let row = lifelines.offset[issue]!;
    const rowEnd = lifelines.offset[issue + 1]!;
    let waiter: IssueState = absentState;
    for (let event = 0; event < events.count || row < rowEnd; ) {
      const instant = Math.min(event < events.count ? events.at(event) : Infinity, row < rowEnd ? lifelines.at[row]! : Infinity);
      const firstEvent = event;
      for (; event < events.count && events.at(event) === instant; event++) {
        const piece = events.piece(event);
        if (events.isBegin(event)) active.begin(piece);
        else active.end(piece);
      }
      if (row < rowEnd && lifelines.at[row] === instant) {
        waiter = lifelines.state[row++]!;
        active.changeWaiterTeam(teamOf(waiter));
      }
      recorder.settle(instant, waiter);
      for (let arrival = firstEvent; arrival < event; arrival++) {
        const piece = events.piece(arrival);
        if (events.isBegin(arrival)) recorder.noteArrival(pieces.team[piece]!, pieces.blocker[piece]!);
      }
    }
  };
}

/** The beginnings and ends of all pieces in order of time. Event `2p` begins piece `p`, event `2p + 1` ends it. */
function makePieceEvents(pieces: BlockingPieces) {
  let order = new Int32Array(64);
  let at = new Float64Array(64);
  const events = {
    count: 0,
    at: (place: number): number => at[order[place]!]!,
    piece: (place: number): number => order[place]! >> 1,
    isBegin: (place: number): boolean => (order[place]! & 1) === 0,
    load(): void {
      if (order.length < pieces.count * 2) {
        order = new Int32Array(pieces.count * 4);
        at = new Float64Array(pieces.count * 4);
      }
      events.count = pieces.count * 2;
      for (let piece = 0; piece < pieces.count; piece++) {
        at[piece * 2] = pieces.from[piece]!;
        at[piece * 2 + 1] = pieces.to[piece]!;
      }
      for (let event = 0; event < events.count; event++) order[event] = event;
      sortRows(order, events.count, at);
    },
  };
  return events;
}
