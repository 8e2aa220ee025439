import { describe, expect, it } from 'vitest';
import { pairMeasures } from '../analysis/analysis.ts';
import { makeOrganizationClock } from '../clock/organization-clock.ts';
import { day } from '../facts/days.fixture.ts';
import { addInterval, flushSubject, makeDayLedger } from './day-ledger.ts';
import { makeSumRows, type SumRows } from './sum-rows.ts';

const clock = makeOrganizationClock('UTC', 100, 400);
const [waiting, root, , queued, inWork] = pairMeasures.keys() as unknown as number[];

/** Days 100 to 399, and all of a pair: what waits is what was queued and in work. */
function makeLedger(intervals = 1) {
  const rows = makeSumRows('pair', intervals);
  return { rows, ledger: makeDayLedger(clock, rows, { measure: waiting!, parts: [queued!, inWork!] }) };
}

/** As `0 1, day 104: waitingMs 0.5`. */
function tellDays(rows: SumRows): string[] {
  const { count, day: on, a, b, values } = rows.daily();
  return Array.from({ length: count }, (_, row) => {
    const told = pairMeasures.flatMap((measure, m) => (values[m]![row] === 0 ? [] : `${measure} ${values[m]![row]! / day(1)}`));
    return `${a[row]} ${b[row]}, day ${on[row]}: ${told.join(', ')}`;
  });
}

/** As `0 1 since day 104, rootMs: 1, 0.5 in`. */
function tellOpen(rows: SumRows): string[] {
  const { count, sinceDay, a, b, measure, weight, offsetMs } = rows.open();
  return Array.from(
    { length: count },
    (_, row) =>
      `${a[row]} ${b[row]} since day ${sinceDay[row]}, ${pairMeasures[measure[row]!]}: ${weight[row]}, ${offsetMs[row]! / day(1)} in`,
  );
}

describe('an interval that has ended', () => {
  const told = (...intervals: [measure: number, from: number, to: number, weight: number][]) => {
    const { rows, ledger } = makeLedger();
    for (const [measure, from, to, weight] of intervals) addInterval(ledger, measure, day(from), day(to), weight);
    flushSubject(ledger, 0, 1);
    expect(tellOpen(rows)).toEqual([]);
    return tellDays(rows);
  };

  it('is the part of its day that it took', () => {
    expect(told([root!, 104.25, 104.75, 1])).toEqual(['0 1, day 104: rootMs 0.5']);
  });

  it('is the rest of its first day, all of those between and the beginning of its last', () => {
    expect(told([root!, 104.75, 107.5, 1])).toEqual([
      '0 1, day 104: rootMs 0.25',
      '0 1, day 105: rootMs 1',
      '0 1, day 106: rootMs 1',
      '0 1, day 107: rootMs 0.5',
    ]);
  });

  it('has nothing of the day at whose midnight it ended', () => {
    expect(told([root!, 104, 105, 1])).toEqual(['0 1, day 104: rootMs 1']);
    expect(told([root!, 104, 106, 1])).toEqual(['0 1, day 104: rootMs 1', '0 1, day 105: rootMs 1']);
  });

  it('adds to others of the same days, and leaves days between out', () => {
    expect(told([root!, 104, 106, 1], [root!, 105.5, 105.75, 1], [root!, 300, 301, 1], [root!, 105.5, 107, 1])).toEqual([
      '0 1, day 104: rootMs 1',
      '0 1, day 105: rootMs 1.75',
      '0 1, day 106: rootMs 1',
      '0 1, day 300: rootMs 1',
    ]);
  });

  it('counts as much as its share, so that three thirds are one', () => {
    expect(told([root!, 104, 104.75, 1 / 3])).toEqual(['0 1, day 104: rootMs 0.25']);
    expect(told([root!, 104, 106, 1 / 3], [root!, 104, 106, 1 / 3], [root!, 104, 106, 1 / 3])).toEqual([
      '0 1, day 104: rootMs 1',
      '0 1, day 105: rootMs 1',
    ]);
  });

  it('leaves nothing behind where its share is no whole number of units', () => {
    // Seventeen teams share it; on day 106 nothing is left of their shares.
    const seventeen = Array.from({ length: 17 }, (): [number, number, number, number] => [root!, 104.5, 105.5, 1 / 17]);
    const days = told(...seventeen, [queued!, 106, 107, 1]);
    expect(days).toHaveLength(3);
    expect(days[2]).toBe('0 1, day 106: waitingMs 1, queuedMs 1');
  });

  it('is told of each measure apart, and of what they add up to', () => {
    expect(told([queued!, 104, 105.5, 1], [inWork!, 105, 106, 1 / 2], [root!, 105, 106, 1])).toEqual([
      '0 1, day 104: waitingMs 1, queuedMs 1',
      '0 1, day 105: waitingMs 1, rootMs 1, queuedMs 0.5, inWorkMs 0.5',
    ]);
  });

  it('may be of the first day there is and of the last', () => {
    expect(told([root!, 100, 100.5, 1], [root!, 399, 399.5, 1])).toEqual(['0 1, day 100: rootMs 0.5', '0 1, day 399: rootMs 0.5']);
  });
});

describe('an interval that lasts to this day', () => {
  it('is told by the day it began, with others of that day, by measure', () => {
    const { rows, ledger } = makeLedger();
    addInterval(ledger, root!, day(104.5), Infinity, 1);
    addInterval(ledger, root!, day(104.25), Infinity, 1 / 2);
    addInterval(ledger, root!, day(105), Infinity, 1);
    addInterval(ledger, inWork!, day(104.5), Infinity, 1 / 4);
    flushSubject(ledger, 2, 3);
    expect(tellDays(rows)).toEqual([]);
    // Half a day for the first and half of a quarter for the second.
    expect(tellOpen(rows)).toEqual([
      '2 3 since day 104, rootMs: 1.5, 0.625 in',
      '2 3 since day 105, rootMs: 1, 0 in',
      '2 3 since day 104, inWorkMs: 0.25, 0.125 in',
      '2 3 since day 104, waitingMs: 0.25, 0.125 in',
    ]);
  });
});

describe('the rows of one pair after another', () => {
  it('have nothing of the pair before', () => {
    const { rows, ledger } = makeLedger();
    addInterval(ledger, root!, day(104), day(107), 1);
    addInterval(ledger, inWork!, day(106), day(108), 1);
    addInterval(ledger, root!, day(107), Infinity, 1);
    flushSubject(ledger, 0, 1);
    flushSubject(ledger, 0, 2);
    addInterval(ledger, queued!, day(105), day(106.5), 1);
    flushSubject(ledger, 1, 0);
    expect(tellDays(rows).filter((told) => !told.startsWith('0 1'))).toEqual([
      '1 0, day 105: waitingMs 1, queuedMs 1',
      '1 0, day 106: waitingMs 0.5, queuedMs 0.5',
    ]);
    expect(tellOpen(rows)).toEqual(['0 1 since day 107, rootMs: 1, 0 in']);
  });

  it('are as many as there are days, however few were expected', () => {
    const { rows, ledger } = makeLedger(0);
    for (let pair = 0; pair < 9; pair++) {
      addInterval(ledger, root!, day(110 + pair), day(110 + pair + 40), 1);
      flushSubject(ledger, pair, 9);
    }
    const days = Array.from({ length: 9 }, (_, pair) =>
      Array.from({ length: 40 }, (_day, k) => `${pair} 9, day ${110 + pair + k}: rootMs 1`),
    );
    expect(tellDays(rows)).toEqual(days.flat());
  });

  it('are none where nothing lasted any time', () => {
    const { rows, ledger } = makeLedger();
    addInterval(ledger, root!, day(104), day(104), 1);
    flushSubject(ledger, 0, 1);
    expect(tellDays(rows)).toEqual([]);
  });
});
