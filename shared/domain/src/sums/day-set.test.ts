import { describe, expect, it } from 'vitest';
import { makeDaySet } from './day-set.ts';

describe('a set of days', () => {
  it.each([[[0]], [[31, 32]], [[5, 63, 64, 99]], [[99]], [[]]])('of %j tells just those, in order', (places) => {
    const days = makeDaySet(100);
    for (const place of places) days.add(place);
    const told: number[] = [];
    for (let place = days.next(0); place < 100; place = days.next(place + 1)) told.push(place);
    expect(told).toEqual(places);
  });

  it('has no day left once it is cleared', () => {
    const days = makeDaySet(40);
    days.add(39);
    days.clear();
    expect(days.next(0)).toBe(40);
  });
});
