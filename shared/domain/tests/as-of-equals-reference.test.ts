import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalsOf } from '../src/analysis/totals-of.fixture.ts';
import { analyze, companyAsOf, dayMs, dayOf, describeFacts, makeClockCovering, midnightOf } from '../src/index.ts';
import { companyOfWorld } from './company-of-world.fixture.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { arbitraryWorld, grainMs, worldGrains, worldStartAt } from './reference/arbitrary-world.ts';
import { referenceDeadlocks, referenceInitiatives, referenceTeams } from './reference/reference.ts';
import { worldAsOf } from './reference/world-as-of.ts';

const toleranceMs = 1e-3;
const numRuns = propertyRuns(150);
const clock = makeClockCovering('Europe/Berlin', worldStartAt - 2 * dayMs, worldStartAt + 40 * dayMs);
const setting = fc
  .record({ world: arbitraryWorld, asOfGrain: fc.integer({ min: 0, max: worldGrains + 5 }) })
  .map(({ world, asOfGrain }) => ({ world, asOf: worldStartAt + asOfGrain * grainMs }));
const window = { fromDay: clock.fromDay, toDay: clock.fromDay + 30 };

describe('the analysis of a company as of an instant', () => {
  it('is what the literal reading finds in what was written down by then', () => {
    fc.assert(
      fc.property(setting, ({ world, asOf }) => {
        const past = companyAsOf(companyOfWorld(world), asOf);
        const analysis = analyze(past, clock, asOf);
        const totals = totalsOf(past, analysis, { ...window, clock, now: asOf });
        const written = worldAsOf(world, asOf);
        const span = { from: midnightOf(clock, window.fromDay), to: midnightOf(clock, window.toDay), now: asOf };
        const reference = referenceTeams(written, span);
        for (const [team, expected] of reference.teams) {
          expectMs(totals.team(team).inPlay, expected.inPlayMs);
          expectMs(totals.team(team).held, expected.heldMs);
          expectMs(totals.team(team).dragging, expected.draggingMs);
          expectMs(totals.team(team).flagged, expected.flaggedMs);
          for (const other of world.teams) {
            expectMs(totals.pair(team, other).waiting, reference.pairs.get(`${team}|${other}`)?.waitingMs ?? 0);
            expectMs(totals.pair(team, other).root, reference.pairs.get(`${team}|${other}`)?.rootMs ?? 0);
          }
        }
        for (const [id, expected] of referenceInitiatives(written, span)) {
          const verdict = analysis.initiatives[past.ids.initiatives.indexOf(id)]!;
          expect(verdict.blockers.map(({ issue }) => past.ids.issues[issue]!).sort()).toEqual(expected.crossTeamBlockers.toSorted());
          expect(verdict.ownership).toBe(expected.ownership);
          expectMs(totals.initiative(id).stalled, expected.stalledMs);
        }
        const cycles = analysis.deadlocks.map((cycle) => String(cycle.map((issue) => past.ids.issues[issue]!).sort()));
        expect(cycles.sort()).toEqual(
          referenceDeadlocks(written, asOf)
            .map((cycle) => String(cycle.toSorted()))
            .sort(),
        );
      }),
      { numRuns },
    );
  });

  it('is not moved by anything that came later', () => {
    fc.assert(
      fc.property(setting, ({ world, asOf }) => {
        const past = companyAsOf(companyOfWorld(world), asOf);
        const written = companyAsOf(companyOfWorld(worldAsOf(world, asOf)), asOf);
        expect([...describeFacts(past, asOf)]).toEqual([...describeFacts(written, asOf)]);
      }),
      { numRuns },
    );
  });

  it('agrees with the analysis of today on every window that had ended by then', () => {
    fc.assert(
      fc.property(setting, ({ world, asOf }) => {
        const now = worldStartAt + (worldGrains + 10) * grainMs;
        const ended = { fromDay: window.fromDay, toDay: dayOf(clock, asOf) };
        const company = companyOfWorld(world);
        const then = totalsOf(company, analyze(companyAsOf(company, asOf), clock, asOf), { ...ended, clock, now: asOf });
        const today = totalsOf(company, analyze(company, clock, now), { ...ended, clock, now });
        for (const team of company.ids.teams) {
          expectMs(then.team(team).inPlay, (today.team(team).inPlay ?? 0) * dayMs);
          expectMs(then.team(team).dragging, (today.team(team).dragging ?? 0) * dayMs);
          for (const other of company.ids.teams) expectMs(then.pair(team, other).waiting, (today.pair(team, other).waiting ?? 0) * dayMs);
        }
      }),
      { numRuns },
    );
  });
});

function expectMs(actualDays: number | undefined, expectedMs: number): void {
  expect(Math.abs((actualDays ?? 0) * dayMs - expectedMs)).toBeLessThan(toleranceMs);
}
