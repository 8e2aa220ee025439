import type { Series } from '@speedtax/contract';
import { isoDayOf } from '@speedtax/domain';
import type { Measures } from '../figures/sum-subjects.ts';
import { presentRates, presentTimes } from './present-rates.ts';

/** One bucket of a series: of a team, or of the company where paid and imposed are the same. */
export function presentSeriesPoint(
  { fromDay, toDay }: { fromDay: number; toDay: number },
  complete: boolean,
  team: Measures<'team'> = { inPlayMs: 0, heldMs: 0, draggingMs: 0, blockedBeforePlayMs: 0, flaggedMs: 0 },
  imposed?: Measures<'pair'>,
): Series['items'][number] {
  const times = presentTimes(team);
  return {
    from: isoDayOf(fromDay),
    to: isoDayOf(toDay),
    complete,
    ...times,
    imposedMs: Math.round(imposed?.waitingMs ?? 0),
    ...presentRates(times),
  };
}
