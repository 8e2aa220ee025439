import fc from 'fast-check';
import { expect } from 'vitest';
import { totalsOf } from '../src/analysis/totals-of.fixture.ts';
import { analyze, buildCompany, type CompanyStory, dayMs, makeClockCovering, type OrganizationClock } from '../src/index.ts';
import { withClosing } from './company-of-world.fixture.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { arbitraryLongWorld, arbitraryWorld, grainMs, longGrainMs, worldGrains, worldStartAt } from './reference/arbitrary-world.ts';
import type { World } from './reference/reference.ts';

const clockOver = (days: number) => makeClockCovering('America/New_York', worldStartAt - 2 * dayMs, worldStartAt + days * dayMs);
const past = [
  { worlds: arbitraryWorld, grain: grainMs, clock: clockOver(40), days: 25 },
  { worlds: arbitraryLongWorld, grain: longGrainMs, clock: clockOver(1_300), days: 850 },
];

export interface Setting {
  readonly story: CompanyStory;
  readonly clock: OrganizationClock;
  readonly now: number;
  readonly window: { readonly fromDay: number; readonly toDay: number };
}

/** A company of some days or some years, a moment at which its history stops, and a window. */
export const setting: fc.Arbitrary<Setting> = fc.constantFrom(...past).chain(({ worlds, grain, clock, days: most }) =>
  fc
    .record({
      world: worlds,
      nowGrain: fc.integer({ min: 1, max: worldGrains + 5 }),
      firstDay: fc.integer({ min: 0, max: Math.floor(most / 2) }),
      days: fc.integer({ min: 1, max: most }),
    })
    .map(({ world, nowGrain, firstDay, days }) => ({
      story: tell(world),
      clock,
      now: worldStartAt + nowGrain * grain,
      window: { fromDay: clock.fromDay + firstDay, toDay: clock.fromDay + firstDay + days },
    })),
);

function tell(world: World): CompanyStory {
  return { ...world, issues: world.issues.map(withClosing) };
}

export type Figures = Record<string, Record<string, number>>;

/** Everything that is summed, in days, by the name of its subject. */
export function measure({ story, clock, now, window }: Setting): { teams: Figures; pairs: Figures; initiatives: Figures } {
  const company = buildCompany(story);
  const totals = totalsOf(company, analyze(company, clock, now), { ...window, clock, now });
  const teams = company.ids.teams;
  return {
    teams: Object.fromEntries(teams.map((team) => [team, totals.team(team)])),
    pairs: Object.fromEntries(teams.flatMap((a) => teams.map((b) => [`${a} ${b}`, totals.pair(a, b)]))),
    initiatives: Object.fromEntries(
      company.ids.initiatives.map((id) => [
        id,
        { ...totals.initiative(id), waiting: sum(teams.map((team) => totals.initiativeTeam(id, team).waiting!)) },
      ]),
    ),
  };
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const waitingOf = ({ held, dragging }: Record<string, number>): number => held! + dragging!;
export const totalOf = ({ teams }: { teams: Figures }): number => sum(Object.values(teams).map(waitingOf));
/** Days: years of them may miss each other by a rounding. */
export const isSame = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThan(1e-8);
export const random = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
export const numRuns = propertyRuns(100);

export function expectSameFigures(actual: ReturnType<typeof measure>, expected: ReturnType<typeof measure>): void {
  for (const subject of ['teams', 'pairs', 'initiatives'] as const)
    for (const [key, figures] of Object.entries(expected[subject]))
      for (const [name, days] of Object.entries(figures)) isSame(actual[subject][key]![name]!, days);
}
