import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalsOf } from '../src/analysis/totals-of.fixture.ts';
import { analyze, dayMs, elapsedAt, makeClockCovering, midnightOf } from '../src/index.ts';
import { companyOfWorld } from './company-of-world.fixture.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { arbitraryWorld, grainMs, worldGrains, worldStartAt } from './reference/arbitrary-world.ts';
import { referenceCourses } from './reference/courses.ts';
import { referenceInitiatives, referenceTeams } from './reference/reference.ts';
import { type LiteralHours, literalWork } from './reference/working-clock.ts';

const span = { from: worldStartAt - 2 * dayMs, to: worldStartAt + 30 * dayMs };
const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const organization = (timeZone: string, hours: LiteralHours) => ({
  makeClock: () =>
    makeClockCovering(timeZone, span.from, span.to - 1, {
      weekdays: hours.weekdays.map((name) => names.indexOf(name) + 1),
      fromMinute: minutesOf(hours.from),
      toMinute: minutesOf(hours.to),
    }),
  measure: literalWork(timeZone, hours, span.from - dayMs, span.to + 2 * dayMs),
});

/** The clocks of all but the last are put forward or back while these worlds last. */
const organizations = [
  organization('Europe/Berlin', { weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], from: '09:00', to: '17:30' }),
  organization('Australia/Lord_Howe', { weekdays: ['Sat', 'Sun', 'Wed'], from: '00:15', to: '06:00' }),
  organization('Asia/Kathmandu', { weekdays: ['Sun', 'Mon', 'Thu'], from: '22:00', to: '24:00' }),
];

const numRuns = propertyRuns(120);
const toleranceMs = 1e-3;
const setting = fc
  .record({
    world: arbitraryWorld,
    organization: fc.constantFrom(...organizations),
    nowGrain: fc.integer({ min: 0, max: worldGrains + 5 }),
    firstDay: fc.integer({ min: 0, max: 10 }),
    days: fc.integer({ min: 1, max: 18 }),
  })
  .map(({ world, organization: { makeClock, measure }, nowGrain, firstDay, days }) => {
    const clock = makeClock();
    const fromDay = clock.fromDay + firstDay;
    return { world, clock, measure, now: worldStartAt + nowGrain * grainMs, window: { fromDay, toDay: fromDay + days } };
  });

describe('figures in working time', () => {
  it('are what a look at the wall clocks, minute by minute, says', () => {
    for (const { makeClock, measure } of organizations) {
      const clock = makeClock();
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 30 * 1440 }), fc.integer({ min: 0, max: 2 * 1440 }), (start, length) => {
          const from = span.from + start * 60_000;
          const to = Math.min(from + length * 60_000, span.to - 60_000);
          expect(elapsedAt(clock, to) - elapsedAt(clock, from)).toBe(measure(from, to));
        }),
      );
    }
  });

  it('are those of the literal reference, for teams, pairs and initiatives', () => {
    fc.assert(
      fc.property(setting, ({ world, clock, measure, now, window }) => {
        const company = companyOfWorld(world);
        const analysis = analyze(company, clock, now);
        const totals = totalsOf(company, analysis, { ...window, clock, now });
        const asked = { from: midnightOf(clock, window.fromDay), to: midnightOf(clock, window.toDay), now, measure };
        const reference = referenceTeams(world, asked);
        for (const [team, expected] of reference.teams) {
          expectMs(totals.team(team).inPlay, expected.inPlayMs);
          expectMs(totals.team(team).held, expected.heldMs);
          expectMs(totals.team(team).dragging, expected.draggingMs);
          expectMs(totals.team(team).blockedBeforePlay, expected.blockedBeforePlayMs);
          for (const other of world.teams) {
            const pair = reference.pairs.get(`${team}|${other}`);
            expectMs(totals.pair(team, other).waiting, pair?.waitingMs ?? 0);
            expectMs(totals.pair(team, other).root, pair?.rootMs ?? 0);
            expectMs(totals.pair(team, other).queued, pair?.queuedMs ?? 0);
          }
        }
        for (const [id, { parts }] of referenceCourses(world, now, measure))
          expect(analysis.courses[company.ids.initiatives.indexOf(id)]?.parts).toEqual(parts);
        if (asked.from >= now) return;
        for (const [id, expected] of referenceInitiatives(world, asked)) {
          expectMs(totals.initiative(id).clockWaiting, expected.clockWaitingMs);
          expectMs(totals.initiative(id).stalled, expected.stalledMs);
        }
      }),
      { numRuns },
    );
  });
});

function expectMs(actualDays: number | undefined, expectedMs: number): void {
  expect(Math.abs((actualDays ?? 0) * dayMs - expectedMs)).toBeLessThan(toleranceMs);
}
