import { makeFloats } from '../columns/growing-column.ts';
import type { IntervalSet } from '../interval/interval-set.ts';
import { codeOfPlay, instantOfPlay, isCompletion, type PlayEvent, trackChanges } from './play-event.ts';

/** When at least one issue of a group was in such a state. */
export interface Play {
  /** Infinity: nothing ever was in play. */
  readonly firstAt: number;
  /** The last instant at which anything changed; −Infinity: nothing ever did. */
  readonly lastAt: number;
  /** Started, and not waiting. */
  readonly working: IntervalSet;
  /** Waiting on another team. */
  readonly waiting: IntervalSet;
  /** Something is in play, and all of it is waiting. */
  readonly stalled: IntervalSet;
  /** In play, with an open blocker of its own team. */
  readonly waitingInside: IntervalSet;
  /** When an issue was completed, in order of time. */
  readonly completedAt: Float64Array;
}

/** What the events of a group of issues come to, in the order of the events. */
export function readPlay(events: ArrayLike<PlayEvent>): Play {
  let [waits, moves, works, waitsInside] = [0, 0, 0, 0];
  const [working, waiting, stalled, waitingInside] = [makeSwitch(), makeSwitch(), makeSwitch(), makeSwitch()];
  const completedAt = makeFloats(64);
  let firstAt = Infinity;
  let at = -Infinity;
  for (let next = 0; next < events.length; ) {
    at = instantOfPlay(events[next]!);
    for (; next < events.length; next++) {
      const event = events[next]!;
      if (instantOfPlay(event) !== at) break;
      const code = codeOfPlay(event);
      if (isCompletion(code)) completedAt.push(at);
      const changes = trackChanges[code]!;
      waits += changes[0]!;
      moves += changes[1]!;
      works += changes[2]!;
      waitsInside += changes[3]!;
    }
    if (firstAt === Infinity && waits + moves > 0) firstAt = at;
    working.turn(works > 0, at);
    waiting.turn(waits > 0, at);
    stalled.turn(waits > 0 && moves === 0, at);
    waitingInside.turn(waitsInside > 0, at);
  }
  return {
    firstAt,
    lastAt: at,
    working: working.set(),
    waiting: waiting.set(),
    stalled: stalled.set(),
    waitingInside: waitingInside.set(),
    completedAt: completedAt.view(),
  };
}

/** Writes down when something holds. */
function makeSwitch() {
  const from = makeFloats(64);
  const to = makeFloats(64);
  let isOn = false;
  return {
    turn(on: boolean, at: number): void {
      if (on === isOn) return;
      (on ? from : to).push(at);
      isOn = on;
    },
    set(): IntervalSet {
      if (isOn) to.push(Infinity);
      return { from: from.view(), to: to.view() };
    },
  };
}
