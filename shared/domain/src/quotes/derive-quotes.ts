import type { PairQuote, WaitColumns } from '../analysis/analysis.ts';
import { dayOf, elapsedAt, midnightOf, type OrganizationClock } from '../clock/organization-clock.ts';
import { estimateLeadTime, quoteWaitsMinimum } from './estimate-lead-time.ts';
import { findOutlasting } from './find-standing.ts';
import { joinPairWaits } from './join-pair-waits.ts';

/** What a team asks another today is answered from the waits that began in so many days, the day of the data cut-off included. */
export const quoteDays = 365;

/** How long each pair's waits took: those that began in the year up to `now`. */
export function deriveQuotes(clock: OrganizationClock, waits: WaitColumns, teamCount: number, now: number): PairQuote[] {
  const begunAt = midnightOf(clock, Math.max(clock.fromDay, dayOf(clock, now) + 1 - quoteDays));
  const lengthsOf = new Map<number, PairLengths>();
  joinPairWaits(waits, (row, from, to) => {
    if (from < begunAt || from >= now) return;
    const pair = waits.waitingTeam[row]! * teamCount + waits.blockingTeam[row]!;
    let lengths = lengthsOf.get(pair);
    if (lengths === undefined) lengthsOf.set(pair, (lengths = { ended: [], lasting: [], firstFrom: from }));
    lengths.firstFrom = Math.min(lengths.firstFrom, from);
    if (to <= now) lengths.ended.push(elapsedAt(clock, to) - elapsedAt(clock, from));
    else lengths.lasting.push({ from, lengthMs: elapsedAt(clock, now) - elapsedAt(clock, from) });
  });
  return [...lengthsOf].map(([pair, { ended, lasting, firstFrom }]) => {
    const quote = estimateLeadTime(
      ended,
      lasting.map(({ lengthMs }) => lengthMs),
    );
    return {
      waitingTeam: Math.floor(pair / teamCount),
      blockingTeam: pair % teamCount,
      ...quote,
      standing: {
        dropsOnDay: dayOf(clock, firstFrom) + quoteDays,
        outlastsAt: quote.waits < quoteWaitsMinimum ? Infinity : findOutlasting(Float64Array.from(ended).sort(), lasting),
      },
    };
  });
}

interface PairLengths {
  readonly ended: number[];
  readonly lasting: { readonly from: number; readonly lengthMs: number }[];
  firstFrom: number;
}
