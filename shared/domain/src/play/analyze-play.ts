import type { DailySumColumns, OpenSumColumns } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import { sumPlays } from '../sums/sum-plays.ts';
import type { PlayEvent } from './play-event.ts';
import { type Play, readPlay } from './read-play.ts';

/** What follows from what began and ended in one initiative, which is number 0 in the sums. */
export interface AnalyzedPlay {
  readonly play: Play;
  readonly sums: DailySumColumns;
  readonly openSums: OpenSumColumns;
}

export function analyzePlay(clock: OrganizationClock, events: ArrayLike<PlayEvent>): AnalyzedPlay {
  const play = readPlay(events);
  const rows = sumPlays(clock, [play]);
  return { play, sums: rows.daily(), openSums: rows.open() };
}
