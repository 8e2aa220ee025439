import { describe, expect, it } from 'vitest';
import { niceTicks } from './nice-ticks.ts';
import { placeInstant, placeInterval, timeTicks } from './time-scale.ts';

const at = (text: string) => Date.parse(text);

describe('round ticks', () => {
  it.each([
    [41, 4, [0, 20, 40]],
    [100, 4, [0, 50, 100]],
    [0.9, 3, [0, 0.5]],
    [0, 4, [0]],
  ])('up to %d in about %d steps', (max, count, ticks) => {
    expect(niceTicks(max, count)).toEqual(ticks);
  });
});

describe('the time scale', () => {
  const fortnight = { fromMs: at('2026-03-02T00:00:00Z'), toMs: at('2026-03-12T00:00:00Z') };

  it('places the ends at 0 and 100 and what lies outside at the nearer end', () => {
    expect(placeInstant(fortnight, fortnight.fromMs)).toBe(0);
    expect(placeInstant(fortnight, fortnight.toMs)).toBe(100);
    expect(placeInstant(fortnight, at('2027-01-01T00:00:00Z'))).toBe(100);
  });

  it('an interval keeps its length', () => {
    expect(placeInterval(fortnight, at('2026-03-03T00:00:00Z'), at('2026-03-08T00:00:00Z'))).toEqual({ x: 10, width: 50 });
  });

  it('a point in time has ticks of its own only when time passes', () => {
    expect(timeTicks({ fromMs: 5, toMs: 5 })).toEqual([]);
  });

  it('months begin on their first day and January names its year', () => {
    const ticks = timeTicks({ fromMs: at('2025-10-15T00:00:00Z'), toMs: at('2026-03-15T00:00:00Z') });
    expect(ticks.map((tick) => tick.text)).toEqual(['Nov', 'Dec', 'Jan 2026', 'Feb', 'Mar']);
  });

  it('weeks begin on Monday', () => {
    const ticks = timeTicks({ fromMs: at('2026-03-01T00:00:00Z'), toMs: at('2026-04-05T00:00:00Z') });
    expect(ticks.map((tick) => tick.text)).toEqual(['2 Mar', '9 Mar', '16 Mar', '23 Mar', '30 Mar']);
  });

  it.each([[1], [40], [400], [4000], [12_000]])('%d days never get more than eight ticks', (days) => {
    const ticks = timeTicks({ fromMs: 1, toMs: days * 86_400_000 });
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThanOrEqual(8);
  });
});
