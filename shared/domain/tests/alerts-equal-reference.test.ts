import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlertState, dayMs, decideAlert, deriveBlockerCounts } from '../src/index.ts';
import { companyOfWorld } from './company-of-world.fixture.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { referenceAlerts, type WorldLook, type WorldRule } from './reference/alerts.ts';
import { arbitraryWorld, grainMs, worldGrains, worldStartAt } from './reference/arbitrary-world.ts';
import { referenceInitiatives } from './reference/reference.ts';

const minute = 60_000;

/** A year of syncs: most of them soon after one another, some long after; now and then one fails or everything is read anew. */
const arbitraryYear: fc.Arbitrary<WorldLook[]> = fc
  .array(
    fc.record({
      afterMs: fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(5, 10, 15, 20).map((n) => n * minute) },
        { weight: 2, arbitrary: fc.constantFrom(1, 3, 7, 8).map((n) => n * dayMs) },
      ),
      value: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 5 }) }, { weight: 1, arbitrary: fc.constant(null) }),
      again: fc.integer({ min: 1, max: 4 }),
      baseline: fc.integer({ min: 0, max: 24 }).map((n) => n === 0),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((steps) => {
    let at = 0;
    return steps.flatMap(({ afterMs, value, again, baseline }) =>
      Array.from({ length: again }, (_, k) => ({ at: (at += afterMs), value, baseline: baseline && k === 0 })),
    );
  });

const arbitraryRule: fc.Arbitrary<WorldRule> = fc.record({
  level: fc.integer({ min: 1, max: 4 }),
  riseDays: fc.option(fc.constantFrom(1, 7), { nil: null }),
});

function tell(looks: readonly WorldLook[], { level, riseDays }: WorldRule): string[] {
  let state: AlertState | null = null;
  return looks.flatMap(({ at, value, baseline }, k) => {
    const rule = { kind: riseDays === null ? 'external_blockers' : 'blocker_rise', level, withinDays: riseDays ?? 0 } as const;
    const seen =
      value === null ? ({ state: 'unknown' } as const) : ({ state: 'known', at, value, edges: [], isBaseline: baseline } as const);
    const decision = decideAlert(state, seen, at, rule);
    state = decision.next;
    return decision.notify ? [`${decision.notify} ${k}`] : [];
  });
}

describe('a year of syncs', () => {
  it('is told the alerts that a literal reading of the definitions finds, and none other', () => {
    fc.assert(
      fc.property(arbitraryYear, arbitraryRule, (looks, rule) => {
        expect(tell(looks, rule)).toEqual(referenceAlerts(looks, rule));
      }),
      { numRuns: propertyRuns(600) },
    );
  });

  it('is often told some', () => {
    const years = fc.sample(fc.tuple(arbitraryYear, arbitraryRule), { seed: 3, numRuns: 100 });
    const told = years.map(([looks, rule]) => tell(looks, rule));
    expect(told.filter((alerts) => alerts.some((one) => one.startsWith('raised'))).length).toBeGreaterThan(25);
    expect(told.filter((alerts) => alerts.some((one) => one.startsWith('cleared'))).length).toBeGreaterThan(15);
  });

  it('raises and clears in turn', () => {
    fc.assert(
      fc.property(arbitraryYear, arbitraryRule, (looks, rule) => {
        tell(looks, rule).forEach((one, k) => {
          expect(one).toMatch(k % 2 === 0 ? /^raised/ : /^cleared/);
        });
      }),
      { numRuns: propertyRuns(200) },
    );
  });
});

describe('the open external blockers of the past', () => {
  const now = worldStartAt + worldGrains * grainMs;
  it('are those that the reference finds at any instant', () => {
    fc.assert(
      fc.property(arbitraryWorld, fc.integer({ min: 0, max: worldGrains }), fc.integer({ min: 0, max: worldGrains }), (world, a, b) => {
        const [from, at] = [Math.min(a, b), Math.max(a, b)].map((grain) => worldStartAt + grain * grainMs) as [number, number];
        const counts = deriveBlockerCounts(companyOfWorld(world), { from, now });
        const expected = referenceInitiatives(world, { from: worldStartAt, to: at + 1, now: at });
        world.initiatives.forEach(({ id }, n) => {
          const value = counts[n]?.findLast((reading) => reading.at <= at)?.value;
          expect(value).toBe(expected.get(id)?.externalBlockers.length);
        });
      }),
      { numRuns: propertyRuns(300) },
    );
  });
});
