import { describe, expect, it } from 'vitest';
import { propertyRuns } from '../../tests/property-runs.fixture.ts';
import { analyzeStory, day, issue, link } from '../facts/days.fixture.ts';

describe('an issue with forty blockers', () => {
  const days = Array.from({ length: 40 }, (_, k) => k);

  it('waits on one team until the last of its issues is done, and half as much on each of two', () => {
    const a1 = issue('a1', 'A', { started: 0 });
    const blockers = days.map((k) => issue(`b${k}`, k < 20 ? 'B' : 'C', { started: 0, completed: 2 + k }));
    const { analysis } = analyzeStory({ issues: [a1, ...blockers], dependencies: blockers.map(({ id }) => link(id, 'a1', 1)) });
    const { waits } = analysis;
    expect(Array.from(waits.share, (share, row) => [share, waits.from[row]! / day(1), waits.to[row]! / day(1)])).toEqual([
      [0.5, 1, 21],
      [0.5, 1, 21],
      [1, 21, 41],
    ]);
  });
});

describe('an issue with more blockers than a row lists', () => {
  const a1 = issue('a1', 'A', { started: 0 });
  const many = Array.from({ length: 300 }, (_, k) => issue(`b${k}`, 'B', { started: 0 }));
  const listed = (from: (k: number) => number, to?: (k: number) => number) => {
    const dependencies = many.map(({ id }, k) => link(id, 'a1', from(k), to?.(k)));
    const { waits } = analyzeStory({ issues: [a1, ...many], dependencies }).analysis;
    return [waits.count, [...waits.blocker].map((blocker) => blocker - 1)];
  };
  const oldest = Array.from({ length: 250 }, (_, k) => k);

  it('waits on all of them in one row, which lists 250', () => {
    const [count, blockers] = listed(() => 1);
    expect([count, (blockers as number[]).length]).toEqual([1, 250]);
  });

  it('waits on in one row as they come, eight a day: the oldest 250 are listed', () => {
    expect(listed((k) => k / 8)).toEqual([1, oldest]);
  });

  it('waits on in one row though each leaves as the next one comes', () => {
    expect(
      listed(
        (k) => k / 8,
        (k) => (k + 1) / 8,
      ),
    ).toEqual([1, oldest]);
  });
});

describe('an issue with ten thousand blockers', () => {
  const blockers = propertyRuns(10_000);
  const hub = issue('hub', 'A', { started: 0 });
  const many = Array.from({ length: blockers }, (_, k) => issue(`b${k}`, `T${k % 30}`, { started: 0, completed: 1 + k / 1000 }));
  const story = { issues: [hub, ...many], dependencies: many.map(({ id }, k) => link(id, 'hub', k / 20_000)) };

  it('is swept once, and its evidence stays in proportion to its links', { timeout: 10_000 }, () => {
    const { waits, episodes } = analyzeStory(story).analysis;
    expect(episodes.count).toBe(1);
    expect(episodes.to[0]).toBe(day(1 + (blockers - 1) / 1000));
    expect(waits.blocker.length).toBeLessThan(blockers * 30);
    const shared = waits.share.reduce((sum, share, row) => sum + share * (waits.to[row]! - waits.from[row]!), 0);
    expect(shared).toBeCloseTo(episodes.to[0]! - episodes.from[0]!, 0);
  });
});
