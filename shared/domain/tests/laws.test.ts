import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, buildCompany, dayMs, midnightOf } from '../src/index.ts';
import { isSame, measure, numRuns, setting, sum, totalOf, waitingOf } from './measured-company.fixture.ts';

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
});
