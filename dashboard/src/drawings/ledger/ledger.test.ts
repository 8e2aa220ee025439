import { describe, expect, it } from 'vitest';
import { dayMs } from '../../words/duration.ts';
import { linkTo, makeSpeedTax } from '../testing/make-speed-tax.ts';
import { prepareLedger } from './prepare-ledger.ts';

const story = [
  { waiting: 'Payments', blocking: 'Platform', days: 30 },
  { waiting: 'Search', blocking: 'Platform', days: 10 },
  { waiting: 'Platform', blocking: 'Payments', days: 20 },
];
const prepare = (teams: string[], ...rest: [typeof story, Parameters<typeof makeSpeedTax>[2]?]) =>
  prepareLedger(makeSpeedTax(teams, ...rest), linkTo.teamHref);
const ledger = prepare(['Payments', 'Search', 'Platform'], story);
const rowOf = (name: string) => ledger.rows.find((row) => row.name === name);
const namesBy = (order: 'paid' | 'imposed') => ledger.orders[order].map((index) => ledger.rows[index]?.name);

describe('the ledger', () => {
  it('draws paid left of zero and imposed right of it, on one scale', () => {
    // 30 days paid at most, 40 imposed at most: a day is 1/70 of the width.
    expect(ledger.zero).toBeCloseTo((30 / 70) * 100, 1);
    expect(rowOf('Payments')?.dragging).toEqual({ x: 0, width: 42.86 });
    expect(rowOf('Platform')?.imposedBar).toEqual({ x: 42.86, width: 57.14 });
    expect(rowOf('Platform')?.dragging.width).toBeCloseTo((20 / 70) * 100, 1);
  });

  it('orders teams by what they paid, or by what they imposed', () => {
    expect(namesBy('paid')).toEqual(['Payments', 'Platform', 'Search']);
    expect(namesBy('imposed')).toEqual(['Platform', 'Payments', 'Search']);
  });

  it('the counterparts of all teams add up to every bar', () => {
    const imposedOnOthers = ledger.counterparts.filter((each) => ledger.rows[each.blockingRow]?.name === 'Platform');
    const width = imposedOnOthers.reduce((total, each) => total + each.imposedBar.width, 0);
    expect(width).toBeCloseTo(rowOf('Platform')?.imposedBar.width ?? 0, 1);
  });

  it('paid equals imposed in the last line', () => {
    expect(ledger.total).toMatchObject({ paid: '60', imposed: '60', tax: '20 %' });
  });

  it('the whisker runs from what was only held to what was blocked before play', () => {
    const held = { waitingUnstartedMs: 10 * dayMs, waitingStartedMs: 20 * dayMs, blockedBeforePlayMs: 10 * dayMs };
    const [row] = prepare(['Payments', 'Platform'], story.slice(0, 1), { Payments: held }).rows;
    // 40 days at most to the left, 30 to the right.
    expect(row?.range).toEqual({ x: 0, width: 42.86 });
    expect(row?.held.width).toBeCloseTo((10 / 70) * 100, 1);
    expect(row?.held.x).toBeCloseTo((30 / 70) * 100, 1);
  });

  it('a team with nothing in play has no speed tax, and is not drawn when it kept nobody waiting', () => {
    const idle = { inPlayMs: 0, speedTax: null, speedTaxLow: null, speedTaxHigh: null };
    const prepared = prepare(['Payments', 'Platform', 'Design'], story.slice(0, 1), { Design: idle, Platform: idle });
    expect(prepared.idleTeams).toEqual(['Design']);
    expect(prepared.rows.map((row) => [row.name, row.tax])).toEqual([
      ['Payments', '30 %'],
      ['Platform', '–'],
    ]);
  });

  it('a side that nobody is on still shows where it would be', () => {
    const prepared = prepare(['Payments'], [], { Payments: { imposedMs: 10 * dayMs } });
    expect(prepared.zero).toBeGreaterThan(10);
    expect(prepared.anyWaiting).toBe(true);
  });

  it.each([[['Payments']], [[]]])('%j who never waited have no ledger', (teams: string[]) => {
    expect(prepare(teams, []).anyWaiting).toBe(false);
  });

  it('its table has every team and the exact time', () => {
    const paid = ledger.table.columns.findIndex((column) => column.exactName === 'waitingMs');
    expect(ledger.table.rows.map((row) => [row[0]?.text, row[paid]?.exact])).toEqual([
      ['Payments', 30 * dayMs],
      ['Platform', 20 * dayMs],
      ['Search', 10 * dayMs],
    ]);
  });
});
