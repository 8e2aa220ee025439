import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, buildCompany, type CompanyStory, dayMs, deriveSteps } from '../src/index.ts';
import { expectSameFigures, isSame, measure, numRuns, random, type Setting, setting, totalOf } from './measured-company.fixture.ts';

describe('however a company is told', () => {
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
