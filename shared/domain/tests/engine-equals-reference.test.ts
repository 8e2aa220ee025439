import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalsOf } from '../src/analysis/totals-of.fixture.ts';
import {
  analyze,
  type BuiltCompany,
  buildCompany,
  clip,
  completionFlag,
  type DayWindow,
  dayMs,
  makeClockCovering,
  midnightOf,
  type OrganizationClock,
  summarizeLeadership,
  unionOf,
} from '../src/index.ts';
import { withClosing } from './company-of-world.fixture.ts';
import { propertyRuns } from './property-runs.fixture.ts';
import { arbitraryWorld, grainMs, worldGrains, worldStartAt } from './reference/arbitrary-world.ts';
import { referenceDeadlocks, referenceInitiatives, referenceTeams, type World } from './reference/reference.ts';

const toleranceMs = 1e-3;
const numRuns = propertyRuns(150);
const timeZones = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu'];

/** A world, a moment at which its history stops, and a window of whole days of some calendar. */
const setting = fc
  .record({
    world: arbitraryWorld,
    nowGrain: fc.integer({ min: 0, max: worldGrains + 5 }),
    timeZone: fc.constantFrom(...timeZones),
    firstDay: fc.integer({ min: 0, max: 12 }),
    days: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ world, nowGrain, timeZone, firstDay, days }) => {
    const clock = makeClockCovering(timeZone, worldStartAt - 2 * dayMs, worldStartAt + 40 * dayMs);
    const fromDay = clock.fromDay + firstDay;
    return { world, now: worldStartAt + nowGrain * grainMs, clock, window: { fromDay, toDay: fromDay + days } };
  });

const read = (world: World): BuiltCompany => buildCompany({ ...world, issues: world.issues.map(withClosing) });

const instants = (clock: OrganizationClock, { fromDay, toDay }: DayWindow, now: number) => ({
  from: midnightOf(clock, fromDay),
  to: midnightOf(clock, toDay),
  now,
});

describe('the engine agrees with the literal reading of the definitions', () => {
  it('on the times of teams and pairs', () => {
    fc.assert(
      fc.property(setting, ({ world, now, clock, window }) => {
        const company = read(world);
        const totals = totalsOf(company, analyze(company, clock, now), { ...window, clock, now });
        const reference = referenceTeams(world, instants(clock, window, now));
        for (const [team, expected] of reference.teams) {
          const { inPlay, held, dragging, blockedBeforePlay, flagged } = totals.team(team);
          expectMs(inPlay, expected.inPlayMs);
          expectMs(held, expected.heldMs);
          expectMs(dragging, expected.draggingMs);
          expectMs(blockedBeforePlay, expected.blockedBeforePlayMs);
          expectMs(flagged, expected.flaggedMs);
          for (const other of world.teams) {
            const pair = reference.pairs.get(`${team}|${other}`);
            const { waiting, root, unaccepted, queued, inWork } = totals.pair(team, other);
            expectMs(waiting, pair?.waitingMs ?? 0);
            expectMs(root, pair?.rootMs ?? 0);
            expectMs(unaccepted, pair?.unacceptedMs ?? 0);
            expectMs(queued, pair?.queuedMs ?? 0);
            expectMs(inWork, pair?.inWorkMs ?? 0);
          }
        }
      }),
      { numRuns },
    );
  });

  it('on episodes, completions and the issues behind a pair', () => {
    fc.assert(
      fc.property(setting, ({ world, now, clock, window }) => {
        const company = read(world);
        const { episodes, completions, waits } = analyze(company, clock, now);
        const span = instants(clock, window, now);
        const end = Math.min(span.to, now);
        const reference = referenceTeams(world, span);
        const { teams, issues } = company.ids;
        const inWindow = (from: number, to: number): number => Math.min(to, end) - Math.max(from, span.from);
        const teamAlwaysKnown = listIssuesOfKnownTeam(world);
        const lastOf = new Map<number, number>();
        const reopened = new Set<number>();
        for (let row = 0; row < completions.count; row++) {
          if (completions.at[row]! < span.from || completions.at[row]! >= end) continue;
          lastOf.set(completions.issue[row]!, row);
          if ((completions.flags[row]! & completionFlag.reopened) !== 0) reopened.add(completions.issue[row]!);
        }
        const completedBy = (team: number) =>
          [...lastOf.values()]
            .filter((row) => completions.team[row] === team && teamAlwaysKnown.has(issues[completions.issue[row]!]!))
            .map((row) => ({
              issue: issues[completions.issue[row]!]!,
              waited: (completions.flags[row]! & completionFlag.waited) !== 0,
              reopened: reopened.has(completions.issue[row]!),
              defect: (completions.flags[row]! & completionFlag.defect) !== 0,
            }));
        teams.forEach((team, index) => {
          const expected = reference.teams.get(team);
          const lengths = rowsOf(episodes)
            .filter(({ team: of }) => of === index)
            .map(({ from, to }) => inWindow(from, to))
            .filter((ms) => ms > 0);
          expect(lengths.sort(ascending)).toEqual(expected?.episodesMs.toSorted(ascending));
          const nowWaiting = rowsOf(episodes).filter(({ team: of, to }) => of === index && to === Infinity);
          expect(nowWaiting.length).toBe(expected?.waitingNow);

          const completed = completedBy(index);
          expect(completed.sort(byIssue)).toEqual(expected?.completed.filter(({ issue }) => teamAlwaysKnown.has(issue)).sort(byIssue));

          teams.forEach((other, blocking) => {
            const behind = new Set<string>();
            for (let row = 0; row < waits.count; row++)
              if (
                waits.waitingTeam[row] === index &&
                waits.blockingTeam[row] === blocking &&
                inWindow(waits.from[row]!, waits.to[row]!) > 0
              )
                behind.add(issues[waits.issue[row]!]!);
            expect([...behind].sort()).toEqual([...(reference.pairs.get(`${team}|${other}`)?.issues ?? [])].sort());
          });
        });
      }),
      { numRuns },
    );
  });

  it('on initiatives', () => {
    fc.assert(
      fc.property(setting, ({ world, now, clock, window }) => {
        const company = read(world);
        const analysis = analyze(company, clock, now);
        const totals = totalsOf(company, analysis, { ...window, clock, now });
        const reference = referenceInitiatives(world, instants(clock, window, now));
        company.ids.initiatives.forEach((id, index) => {
          const expected = reference.get(id)!;
          const verdict = analysis.initiatives[index]!;
          const nameOf = (person: number): string => company.ids.people[person]!;
          expect({
            ownership: verdict.ownership,
            accountable: verdict.accountable.map(nameOf).sort(),
            ownerSpan: verdict.ownerSpan,
            singleThreaded: verdict.singleThreaded,
            crossTeamBlockers: verdict.blockers.map(({ issue }) => company.ids.issues[issue]!).sort(),
            externalBlockers: verdict.blockers
              .filter(({ external }) => external)
              .map(({ issue }) => company.ids.issues[issue]!)
              .sort(),
          }).toEqual({
            ownership: expected.ownership,
            accountable: expected.accountable.toSorted(),
            ownerSpan: expected.ownerSpan,
            singleThreaded: expected.singleThreaded,
            crossTeamBlockers: expected.crossTeamBlockers.toSorted(),
            externalBlockers: expected.externalBlockers.toSorted(),
          });
          // A window of the future has no lengths to compare.
          if (midnightOf(clock, window.fromDay) >= now) return;
          expectMs(totals.initiative(id).clockWaiting, expected.clockWaitingMs);
          expectMs(totals.initiative(id).stalled, expected.stalledMs);
          expectMs(totals.initiativeFlag(id).flagged, expected.flaggedMs);

          const byTeam = company.ids.teams.map((team) => ({ team, figures: totals.initiativeTeam(id, team) }));
          expectMs(sum(byTeam.map(({ figures }) => figures.waiting ?? 0)), expected.waitingMs);
          const accountable = world.people.find(
            ({ id: person }) => expected.accountable.length === 1 && person === expected.accountable[0],
          );
          const leadership = summarizeLeadership(
            byTeam.map(({ team, figures }) => [team, figures.inPlay ?? 0] as const),
            accountable === undefined ? null : new Set(accountable.teams),
          );
          expect(leadership.leadership).toBe(expected.leadership);
          if (expected.resourceControl === null) expect(leadership.resourceControl).toBe(null);
          else expect(leadership.resourceControl).toBeCloseTo(expected.resourceControl, 9);
        });
      }),
      { numRuns },
    );
  });

  it('on deadlocks', () => {
    fc.assert(
      fc.property(setting, ({ world, now, clock }) => {
        const company = read(world);
        const found = analyze(company, clock, now).deadlocks.map((cycle) => cycle.map((issue) => company.ids.issues[issue]!).sort());
        expect(found.map(String).sort()).toEqual(
          referenceDeadlocks(world, now)
            .map((cycle) => String(cycle.toSorted()))
            .sort(),
        );
      }),
      { numRuns },
    );
  });

  it('on when somebody waits, whatever the team', () => {
    fc.assert(
      fc.property(setting, ({ world, now, clock, window }) => {
        const company = read(world);
        const { episodes } = analyze(company, clock, now);
        const span = instants(clock, window, now);
        const waited = new Set([...referenceTeams(world, span).teams.values()].flatMap(({ issuesWaited }) => [...issuesWaited]));
        if (span.from >= Math.min(span.to, now)) return;
        const found = rowsOf(episodes).filter(
          ({ from, to }) => clip(unionOf([from], [to]), { from: span.from, to: Math.min(span.to, now) }).from.length > 0,
        );
        expect(new Set(found.map(({ issue }) => company.ids.issues[issue]!))).toEqual(waited);
      }),
      { numRuns },
    );
  });
});

/** What a completion without a known team counts for is nobody's figure, and the reference and the engine keep it differently. */
function listIssuesOfKnownTeam(world: World): Set<string> {
  return new Set(world.issues.filter(({ teams }) => teams.length > 0 && teams.every(({ team }) => team !== null)).map(({ id }) => id));
}

function expectMs(actualDays: number | undefined, expectedMs: number): void {
  expect(Math.abs((actualDays ?? 0) * dayMs - expectedMs)).toBeLessThan(toleranceMs);
}

function rowsOf({ count, issue, team, from, to }: ReturnType<typeof analyze>['episodes']) {
  return Array.from({ length: count }, (_, row) => ({ issue: issue[row]!, team: team[row]!, from: from[row]!, to: to[row]! }));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const ascending = (a: number, b: number): number => a - b;
const byIssue = (a: { issue: string }, b: { issue: string }): number => a.issue.localeCompare(b.issue);
