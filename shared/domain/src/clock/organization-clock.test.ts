import { describe, expect, it } from 'vitest';
import { dayNumberOf, dayOf, isoDayOf, makeClockCovering, makeOrganizationClock, midnightOf } from './organization-clock.ts';

const hourMs = 3_600_000;
const lengthsOf = (timeZone: string, from: string, to: string): number[] => {
  const { midnights } = makeOrganizationClock(timeZone, dayNumberOf(from), dayNumberOf(to));
  return Array.from(midnights.subarray(1), (end, k) => (end - midnights[k]!) / hourMs);
};

describe("the organization's days", () => {
  it('begin at its own midnight', () => {
    const clock = makeOrganizationClock('America/Los_Angeles', dayNumberOf('2026-01-01'), dayNumberOf('2026-01-03'));
    expect(midnightOf(clock, dayNumberOf('2026-01-02'))).toBe(Date.parse('2026-01-02T08:00:00Z'));
  });

  it('are 23 and 25 hours long when summer time begins and ends', () => {
    expect(lengthsOf('Europe/Berlin', '2026-03-28', '2026-03-31')).toEqual([24, 23, 24]);
    expect(lengthsOf('Europe/Berlin', '2026-10-24', '2026-10-27')).toEqual([24, 25, 24]);
  });

  it('begin at one o’clock where summer time skips midnight', () => {
    expect(lengthsOf('America/Sao_Paulo', '2018-11-03', '2018-11-06')).toEqual([24, 23, 24]);
  });

  it('may have no length at all: Samoa had no 30th of December 2011', () => {
    expect(lengthsOf('Pacific/Apia', '2011-12-29', '2012-01-01')).toEqual([24, 0, 24]);
  });

  it.each(['Asia/Kathmandu', 'Europe/Berlin', 'Australia/Sydney'])(
    'hold their first instant and not their last, all year in %s',
    (zone) => {
      const clock = makeOrganizationClock(zone, dayNumberOf('2026-01-01'), dayNumberOf('2027-01-01'));
      for (let day = clock.fromDay; day < clock.toDay; day++) {
        expect(dayOf(clock, midnightOf(clock, day))).toBe(day);
        expect(dayOf(clock, midnightOf(clock, day + 1) - 1)).toBe(day);
      }
      expect(() => dayOf(clock, midnightOf(clock, clock.toDay))).toThrow('outside the clock');
    },
  );

  it('cover all that lies between two instants', () => {
    const from = Date.parse('2026-01-01T07:59:59Z');
    const to = Date.parse('2026-01-02T08:00:00Z');
    const clock = makeClockCovering('America/Los_Angeles', from, to);
    expect([isoDayOf(clock.fromDay), isoDayOf(clock.toDay)]).toEqual(['2025-12-31', '2026-01-03']);
    expect(isoDayOf(dayOf(clock, from))).toBe('2025-12-31');
    expect(isoDayOf(dayOf(clock, to))).toBe('2026-01-02');
  });

  it('are not guessed for instants outside the clock, nor for zones that do not exist', () => {
    const clock = makeOrganizationClock('UTC', 0, 2);
    expect(() => dayOf(clock, -1)).toThrow('outside the clock');
    expect(() => midnightOf(clock, 3)).toThrow('Day 3 lies outside the clock, expected 0 to 2');
    expect(() => makeOrganizationClock('Mars/Olympus', 0, 2)).toThrow(RangeError);
    expect(() => dayNumberOf('2026-13-01')).toThrow('Not a day: 2026-13-01, expected YYYY-MM-DD');
  });

  it('are at least one, and those of 400 years at most', () => {
    expect(() => makeOrganizationClock('UTC', 7, 7)).toThrow('A clock must have days, not from 7 to 7');
    expect(() => makeOrganizationClock('UTC', 7, 6)).toThrow('not from 7 to 6');
    expect(() => makeOrganizationClock('UTC', 10, 146_108)).toThrow('A clock of 146098 days, expected at most 146097');
  });

  it('tell what has elapsed by each midnight: the instant itself, or the hours worked by then', () => {
    const [fromDay, toDay] = [dayNumberOf('2026-01-01'), dayNumberOf('2026-01-06')];
    const calendar = makeOrganizationClock('Asia/Kathmandu', fromDay, toDay);
    expect([...calendar.elapsed]).toEqual([...calendar.midnights]);
    // Thursday and Friday, then a weekend, then Monday.
    const office = { weekdays: [1, 2, 3, 4, 5], fromMinute: 9 * 60, toMinute: 17 * 60 };
    const worked = makeOrganizationClock('Asia/Kathmandu', fromDay, toDay, office).elapsed;
    expect([...worked].map((ms) => ms / hourMs)).toEqual([0, 8, 16, 16, 16, 24]);
  });
});
