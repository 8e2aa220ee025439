import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalsOf } from '../src/analysis/totals-of.fixture.ts';
import { analyze, buildCompany, type CompanyStory, dayMs, makeClockCovering } from '../src/index.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { arbitraryWorld, grainMs, worldGrains, worldStartAt } from './reference/arbitrary-world.ts';
import type { World } from './reference/reference.ts';

const clock = makeClockCovering('America/New_York', worldStartAt - 2 * dayMs, worldStartAt + 40 * dayMs);
const setting = fc
  .record({
    world: arbitraryWorld,
    nowGrain: fc.integer({ min: 1, max: worldGrains + 5 }),
    firstDay: fc.integer({ min: 0, max: 10 }),
    days: fc.integer({ min: 1, max: 25 }),
  })
  .map(({ world, nowGrain, firstDay, days }) => ({
    story: tell(world),
    now: worldStartAt + nowGrain * grainMs,
    window: { fromDay: clock.fromDay + firstDay, toDay: clock.fromDay + firstDay + days },
  }));

type Setting = { story: CompanyStory; now: number; window: { fromDay: number; toDay: number } };

function tell(world: World): CompanyStory {
  const issues = world.issues.map(({ closed, ...issue }) => ({
    ...issue,
    closed: closed.flatMap(({ from, to }) => [{ at: from, closed: true }, ...(to === null ? [] : [{ at: to, closed: false }])]),
  }));
  return { ...world, issues };
}

type Figures = Record<string, Record<string, number>>;

/** Everything that is summed, in days, by the name of its subject. */
function measure({ story, now, window }: Setting): { teams: Figures; pairs: Figures; initiatives: Figures } {
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

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const waitingOf = ({ held, dragging }: Record<string, number>): number => held! + dragging!;
const totalOf = ({ teams }: ReturnType<typeof measure>): number => sum(Object.values(teams).map(waitingOf));
const isSame = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThan(1e-9);
const numRuns = propertyRuns(100);

describe('for any company and any window', () => {
  it('paid equals imposed: each team’s wait is shared out among those it waits on, directly and at the root', () => {
    fc.assert(
      fc.property(setting, (given) => {
        const { teams, pairs } = measure(given);
        for (const [team, figures] of Object.entries(teams)) {
          const row = Object.keys(teams).map((other) => pairs[`${team} ${other}`]!);
          isSame(sum(row.map(({ waiting }) => waiting!)), waitingOf(figures));
          isSame(sum(row.map(({ root }) => root!)), waitingOf(figures));
        }
      }),
      { numRuns },
    );
  });

  it('the anatomy of a pair sums to its wait, and nobody waits on the own team', () => {
    fc.assert(
      fc.property(setting, (given) => {
        const { teams, pairs } = measure(given);
        for (const { waiting, unaccepted, queued, inWork } of Object.values(pairs)) isSame(unaccepted! + queued! + inWork!, waiting!);
        for (const team of Object.keys(teams)) expect(pairs[`${team} ${team}`]!.waiting).toBe(0);
      }),
      { numRuns },
    );
  });

  it('waiting never exceeds what was in play, and a union never exceeds a sum', () => {
    fc.assert(
      fc.property(setting, (given) => {
        const { teams, initiatives } = measure(given);
        for (const figures of Object.values(teams)) expect(waitingOf(figures)).toBeLessThanOrEqual(figures.inPlay! + 1e-9);
        for (const { stalled, clockWaiting, waiting } of Object.values(initiatives)) {
          expect(stalled).toBeLessThanOrEqual(clockWaiting! + 1e-9);
          expect(clockWaiting).toBeLessThanOrEqual(waiting! + 1e-9);
        }
      }),
      { numRuns },
    );
  });

  it('cutting the window anywhere and adding gives the window', () => {
    fc.assert(
      fc.property(setting, fc.nat({ max: 24 }), (given, offset) => {
        const cut = given.window.fromDay + (offset % (given.window.toDay - given.window.fromDay));
        const whole = measure(given);
        const before = measure({ ...given, window: { ...given.window, toDay: cut } });
        const after = measure({ ...given, window: { ...given.window, fromDay: cut } });
        for (const subject of ['teams', 'pairs', 'initiatives'] as const)
          for (const [key, figures] of Object.entries(whole[subject]))
            for (const [name, days] of Object.entries(figures)) isSame(before[subject][key]![name]! + after[subject][key]![name]!, days);
      }),
      { numRuns },
    );
  });

  it('waiting longer to look changes nothing that was seen before', () => {
    fc.assert(
      fc.property(setting, (given) => {
        // Days that were over when we looked first; an issue may only be changed by what comes after.
        const overDays = Math.floor((given.now - clock.midnights[0]!) / dayMs) - 1;
        const window = { fromDay: clock.fromDay, toDay: clock.fromDay + overDays };
        fc.pre(overDays > 0);
        expectSameFigures(measure({ ...given, window, now: given.now + 3 * dayMs }), measure({ ...given, window }));
      }),
      { numRuns },
    );
  });

  it('the order of issues and dependencies does not matter', () => {
    fc.assert(
      fc.property(setting, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (given, random) => {
        const { issues, dependencies = [] } = given.story;
        const story = { ...given.story, issues: shuffle(issues, random), dependencies: shuffle(dependencies, random) };
        expectSameFigures(measure({ ...given, story }), measure(given));
      }),
      { numRuns },
    );
  });

  it('a rename changes no total', () => {
    fc.assert(
      fc.property(setting, (given) => {
        const renamed = mapTeams(given.story, (team) => `the former ${team}`);
        isSame(totalOf(measure({ ...given, story: renamed })), totalOf(measure(given)));
      }),
      { numRuns },
    );
  });

  it('merging two teams never raises the total', () => {
    fc.assert(
      fc.property(setting, (given) => {
        const [first, second] = given.story.teams ?? [];
        fc.pre(second !== undefined);
        const merged = mapTeams(given.story, (team) => (team === second ? first! : team));
        expect(totalOf(measure({ ...given, story: merged }))).toBeLessThanOrEqual(totalOf(measure(given)) + 1e-9);
      }),
      { numRuns },
    );
  });
});

function expectSameFigures(actual: ReturnType<typeof measure>, expected: ReturnType<typeof measure>): void {
  for (const subject of ['teams', 'pairs', 'initiatives'] as const)
    for (const [key, figures] of Object.entries(expected[subject]))
      for (const [name, days] of Object.entries(figures)) isSame(actual[subject][key]![name]!, days);
}

function mapTeams(story: CompanyStory, map: (team: string) => string): CompanyStory {
  const mapMaybe = (team: string | null): string | null => (team === null ? null : map(team));
  return {
    ...story,
    teams: [...new Set((story.teams ?? []).map(map))],
    people: (story.people ?? []).map((person) => ({ ...person, teams: (person.teams ?? []).map(map) })),
    issues: story.issues.map((issue) => ({ ...issue, teams: issue.teams.map(({ at, team }) => ({ at, team: mapMaybe(team) })) })),
  };
}

function shuffle<T>(values: readonly T[], random: Iterator<number>): T[] {
  const keys = values.map(() => random.next().value as number);
  return values
    .map((value, k) => ({ value, key: keys[k]! }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
