import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalsOf } from '../src/analysis/totals-of.fixture.ts';
import {
  analyze,
  buildCompany,
  type CompanyStory,
  dayMs,
  deriveSteps,
  makeClockCovering,
  midnightOf,
  type OrganizationClock,
} from '../src/index.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { arbitraryLongWorld, arbitraryWorld, grainMs, longGrainMs, worldGrains, worldStartAt } from './reference/arbitrary-world.ts';
import type { World } from './reference/reference.ts';

const clockOver = (days: number) => makeClockCovering('America/New_York', worldStartAt - 2 * dayMs, worldStartAt + days * dayMs);
const past = [
  { worlds: arbitraryWorld, grain: grainMs, clock: clockOver(40), days: 25 },
  { worlds: arbitraryLongWorld, grain: longGrainMs, clock: clockOver(1_300), days: 850 },
];

interface Setting {
  readonly story: CompanyStory;
  readonly clock: OrganizationClock;
  readonly now: number;
  readonly window: { readonly fromDay: number; readonly toDay: number };
}

/** A company of some days or some years, a moment at which its history stops, and a window. */
const setting: fc.Arbitrary<Setting> = fc.constantFrom(...past).chain(({ worlds, grain, clock, days: most }) =>
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
  const issues = world.issues.map(({ closed, ...issue }) => ({
    ...issue,
    closed: closed.flatMap(({ from, to }) => [{ at: from, closed: true }, ...(to === null ? [] : [{ at: to, closed: false }])]),
  }));
  return { ...world, issues };
}

type Figures = Record<string, Record<string, number>>;

/** Everything that is summed, in days, by the name of its subject. */
function measure({ story, clock, now, window }: Setting): { teams: Figures; pairs: Figures; initiatives: Figures } {
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
const totalOf = ({ teams }: { teams: Figures }): number => sum(Object.values(teams).map(waitingOf));
/** Days: years of them may miss each other by a rounding. */
const isSame = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThan(1e-8);
const random = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
const numRuns = propertyRuns(100);

describe('for any company and any window', () => {
  it('paid equals imposed in total, and each team pays to others what it waits, directly and at the root', () => {
    fc.assert(
      fc.property(setting, (given) => {
        const { teams, pairs } = measure(given);
        const names = Object.keys(teams);
        const imposedBy = (team: string) => sum(names.map((other) => pairs[`${other} ${team}`]!.waiting!));
        isSame(sum(names.map(imposedBy)), totalOf({ teams }));
        for (const team of names) {
          const row = names.map((other) => pairs[`${team} ${other}`]!);
          isSame(sum(row.map(({ waiting }) => waiting!)), waitingOf(teams[team]!));
          isSame(sum(row.map(({ root }) => root!)), waitingOf(teams[team]!));
        }
      }),
      { numRuns },
    );
  });

  it('paid equals imposed per pair: the waits behind it, by their shares, are its time', () => {
    fc.assert(
      fc.property(setting, (given) => {
        const { story, clock, now, window } = given;
        const { waits } = analyze(buildCompany(story), clock, now);
        const { teams, pairs } = measure(given);
        const [from, to] = [midnightOf(clock, window.fromDay), Math.min(now, midnightOf(clock, window.toDay))];
        const behind = new Map<string, number>();
        for (let row = 0; row < waits.count; row++) {
          const pair = `${Object.keys(teams)[waits.waitingTeam[row]!]} ${Object.keys(teams)[waits.blockingTeam[row]!]}`;
          const ms = Math.max(0, Math.min(waits.to[row]!, to) - Math.max(waits.from[row]!, from));
          behind.set(pair, (behind.get(pair) ?? 0) + (ms * waits.share[row]!) / dayMs);
        }
        for (const [pair, { waiting }] of Object.entries(pairs)) isSame(behind.get(pair) ?? 0, waiting!);
      }),
      { numRuns },
    );
  });

  it('held and dragging sum to waiting: as long as the episodes of the team', () => {
    fc.assert(
      fc.property(setting, (given) => {
        const { story, clock, now, window } = given;
        const { episodes } = analyze(buildCompany(story), clock, now);
        const [from, to] = [midnightOf(clock, window.fromDay), Math.min(now, midnightOf(clock, window.toDay))];
        Object.values(measure(given).teams).forEach((figures, team) => {
          const lengths = Array.from(episodes.team, (of, row) =>
            of === team ? Math.max(0, Math.min(episodes.to[row]!, to) - Math.max(episodes.from[row]!, from)) : 0,
          );
          isSame(sum(lengths) / dayMs, waitingOf(figures));
        });
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

  it('a union never exceeds a sum, and waiting never what was in play', () => {
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

  it('the days of a window add up to it', () => {
    fc.assert(
      fc.property(setting, (given) => {
        const { fromDay } = given.window;
        const toDay = Math.min(given.window.toDay, fromDay + 20);
        const whole = measure({ ...given, window: { fromDay, toDay } });
        const days = Array.from({ length: toDay - fromDay }, (_, k) =>
          measure({ ...given, window: { fromDay: fromDay + k, toDay: fromDay + k + 1 } }),
        );
        for (const subject of ['teams', 'pairs', 'initiatives'] as const)
          for (const [key, figures] of Object.entries(whole[subject]))
            for (const [name, total] of Object.entries(figures)) isSame(sum(days.map((day) => day[subject][key]![name]!)), total);
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });

  it('cutting the window anywhere and adding gives the window', () => {
    fc.assert(
      fc.property(setting, fc.nat(), (given, offset) => {
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
        const { clock } = given;
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
      fc.property(setting, random, (given, any) => {
        const { issues, dependencies = [] } = given.story;
        const story = { ...given.story, issues: shuffle(issues, any), dependencies: shuffle(dependencies, any) };
        expectSameFigures(measure({ ...given, story }), measure(given));
      }),
      { numRuns },
    );
  });

  it('the order of events does not matter', () => {
    fc.assert(
      fc.property(setting, random, (given, any) => {
        // What happened to one issue at one instant has an order: it is told by one history.
        const issues = given.story.issues.map((issue) => {
          const changes = issue.statuses.filter(({ at }, k) => issue.statuses.findLastIndex((other) => other.at === at) === k);
          const told = changes.map(({ at, category }, k) => ({ at, from: changes[k - 1]?.category ?? category, to: category }));
          const today = { value: changes.at(-1)!.category, knownAt: Infinity };
          const steps = deriveSteps(told, today, issue.createdAt);
          expect(deriveSteps(shuffle(told, any), today, issue.createdAt)).toEqual(steps);
          return { ...issue, statuses: steps.map(({ at, value }) => ({ at, category: value })) };
        });
        expectSameFigures(measure({ ...given, story: { ...given.story, issues } }), measure(given));
      }),
      { numRuns },
    );
  });

  it('a rename changes no total', () => {
    fc.assert(
      fc.property(setting, (given) => {
        const renamed = mapTeams(given.story, (team) => `the former ${team}`);
        const [before, after] = [measure(given), measure({ ...given, story: renamed })];
        for (const [team, figures] of Object.entries(before.teams)) expect(after.teams[`the former ${team}`]).toEqual(figures);
        isSame(totalOf(after), totalOf(before));
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

  it('time without evidence is never taxed, and lowers coverage', () => {
    const forgetting = {
      link: ({ dependencies = [], ...story }: CompanyStory, k: number) => ({
        ...story,
        dependencies: dependencies.map((link, place) => (place === k % dependencies.length ? { ...link, from: null } : link)),
      }),
      team: ({ issues, ...story }: CompanyStory, k: number) => ({
        ...story,
        issues: issues.map((issue, place) => (place === k % issues.length ? { ...issue, teams: [] } : issue)),
      }),
      status: ({ issues, ...story }: CompanyStory, k: number) => ({
        ...story,
        issues: issues.map((issue, place) => (place === k % issues.length ? { ...issue, statuses: [] } : issue)),
      }),
    };
    const gapsOf = ({ story, clock, now }: Setting) => {
      const { issuesWithoutTeam, issuesWithUnknownStatus, dependenciesWithUnknownStart } = analyze(
        buildCompany(story),
        clock,
        now,
      ).coverage;
      return issuesWithoutTeam + issuesWithUnknownStatus + dependenciesWithUnknownStart;
    };
    fc.assert(
      fc.property(setting, fc.constantFrom(...Object.values(forgetting)), fc.nat(), (given, forget, k) => {
        const forgotten = { ...given, story: forget(given.story, k) };
        expect(totalOf(measure(forgotten))).toBeLessThanOrEqual(totalOf(measure(given)) + 1e-9);
        expect(gapsOf(forgotten)).toBeGreaterThanOrEqual(gapsOf(given));
        const lostALink = forget === forgetting.link && (given.story.dependencies ?? []).length > 0;
        if (lostALink) expect(gapsOf(forgotten)).toBe(gapsOf(given) + 1);
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
