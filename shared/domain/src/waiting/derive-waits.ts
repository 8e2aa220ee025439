import { sortRows } from '../columns/sort-rows.ts';
import { absentState, type IssueState, teamOf } from '../history/issue-state.ts';
import type { Lifelines } from '../history/lifelines.ts';
import type { RootTimelines } from '../roots/derive-root-timelines.ts';
import type { TeamSets } from '../roots/team-sets.ts';
import { makeActiveBlockers } from './active-blockers.ts';
import { type BlockingPieces, makePieceCollector } from './blocking-pieces.ts';
import type { Links } from './links.ts';
import { makeWaitRecorder, type Waiting } from './wait-recorder.ts';

/**
 * Sweeps once through the time of every issue that has blockers:
 *
 *     waiting  =  linked ∩ blocker open ∩ waiter in play ∩ teams differ
 *
 * The pieces are linked ∩ blocker open. The waiter's lifeline says when it is in play, and whose it is. At each instant at
 * which either changes, the recorder settles who waits on whom from then on.
 */
export function deriveWaits(lifelines: Lifelines, links: Links, timelines: RootTimelines, teamSets: TeamSets, teamCount: number): Waiting {
  const { pieces, collect } = makePieceCollector(lifelines, links, timelines, teamSets);
  const active = makeActiveBlockers(teamCount, teamSets, pieces);
  const recorder = makeWaitRecorder(links.offset.length - 1, teamCount, active);
  const events = makePieceEvents(pieces);

  for (let issue = 0; issue + 1 < links.offset.length; issue++) {
    if (links.offset[issue] === links.offset[issue + 1]) continue;
    collect(issue);
    if (pieces.count === 0) continue;
    events.load();
    recorder.beginIssue(issue);
    active.clear();

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
    recorder.endIssue();
  }
  return recorder.result();
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
      events.count = 0;
      for (let piece = 0; piece < pieces.count; piece++) {
        at[piece * 2] = pieces.from[piece]!;
        at[piece * 2 + 1] = pieces.to[piece]!;
        order[events.count++] = piece * 2;
        if (pieces.to[piece]! < Infinity) order[events.count++] = piece * 2 + 1;
      }
      sortRows(order, events.count, at);
    },
  };
  return events;
}
