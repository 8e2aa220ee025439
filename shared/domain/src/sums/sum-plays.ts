import { initiativeMeasures } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import type { IntervalSet } from '../interval/interval-set.ts';
import type { Play } from '../play/read-play.ts';
import { addInterval, flushSubject, makeDayLedger } from './day-ledger.ts';
import { makeSumRows, type SumRows } from './sum-rows.ts';

const clockWaiting = initiativeMeasures.indexOf('clockWaitingMs');
const stalled = initiativeMeasures.indexOf('stalledMs');

/** When somebody in each initiative waited, and when everybody did. */
export function sumPlays(clock: OrganizationClock, plays: readonly Pick<Play, 'waiting' | 'stalled'>[]): SumRows {
  const rows = makeSumRows('initiative', plays.length);
  const ledger = makeDayLedger(clock, rows);
  const add = (measure: number, { from, to }: IntervalSet): void => {
    for (let k = 0; k < from.length; k++) addInterval(ledger, measure, from[k]!, to[k]!, 1);
  };
  for (const [initiative, play] of plays.entries()) {
    add(clockWaiting, play.waiting);
    add(stalled, play.stalled);
    flushSubject(ledger, initiative, -1);
  }
  return rows;
}
