import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, dayNumberOf, elapsedAt, makeOrganizationClock, midnightOf, type OrganizationClock } from './organization-clock.ts';
import type { WorkingTime } from './working-time.ts';

const hourMs = 3_600_000;
const office: WorkingTime = { weekdays: [1, 2, 3, 4, 5], fromMinute: 9 * 60, toMinute: 17 * 60 };
const clockOf = (timeZone: string, working: WorkingTime | null, from = '2026-03-01', to = '2026-04-20') =>
  makeOrganizationClock(timeZone, dayNumberOf(from), dayNumberOf(to), working);
const hoursBetween = (clock: OrganizationClock, from: string, to: string) =>
  (elapsedAt(clock, Date.parse(to)) - elapsedAt(clock, Date.parse(from))) / hourMs;

describe('durations in working time', () => {
  const berlin = clockOf('Europe/Berlin', office);
  it.each([
    { why: 'a working day has its hours', from: '2026-03-02T00:00+01:00', to: '2026-03-03T00:00+01:00', hours: 8 },
    { why: 'a part of the hours is counted in part', from: '2026-03-02T10:30+01:00', to: '2026-03-02T12:00+01:00', hours: 1.5 },
    { why: 'a night has none', from: '2026-03-02T17:00+01:00', to: '2026-03-03T09:00+01:00', hours: 0 },
    { why: 'a weekend has none', from: '2026-03-07T00:00+01:00', to: '2026-03-09T00:00+01:00', hours: 0 },
    { why: 'Friday afternoon to Monday morning', from: '2026-03-06T16:00+01:00', to: '2026-03-09T10:00+01:00', hours: 2 },
    {
      why: 'hours are those of the wall clocks, after they were put forward too',
      from: '2026-03-30T07:00Z',
      to: '2026-03-30T15:00Z',
      hours: 8,
    },
  ])('$why', ({ from, to, hours }) => {
    expect(hoursBetween(berlin, from, to)).toBe(hours);
  });

  it('lack the hour that the clocks skip, and have the one twice that they repeat', () => {
    const night: WorkingTime = { weekdays: [7], fromMinute: 0, toMinute: 5 * 60 };
    expect(hoursBetween(clockOf('Europe/Berlin', night), '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00')).toBe(4);
    const autumn = clockOf('Europe/Berlin', night, '2026-10-20', '2026-11-01');
    expect(hoursBetween(autumn, '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00')).toBe(6);
  });

  it('are calendar time unless hours are chosen', () => {
    expect(hoursBetween(clockOf('Europe/Berlin', null), '2026-03-07T00:00+01:00', '2026-03-09T00:00+01:00')).toBe(48);
  });
});

describe('the working clock', () => {
  const anyWorking = fc
    .record({
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      fromMinute: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 1440 }),
    })
    .map(({ weekdays, fromMinute, length }) => ({ weekdays, fromMinute, toMinute: Math.min(1440, fromMinute + length) }));
  const anyClock = fc
    .record({
      working: anyWorking,
      timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
    })
    .map(({ working, timeZone }) => clockOf(timeZone, working, '2026-03-20', '2026-04-12'));
  const anyPlace = fc.double({ min: 0, max: 1, noNaN: true });
  const placeIn = ({ midnights }: OrganizationClock, share: number) =>
    Math.round(midnights[0]! + share * (midnights.at(-1)! - midnights[0]!));

  it('never runs backwards, nor faster than time', () => {
    fc.assert(
      fc.property(anyClock, anyPlace, anyPlace, (clock, a, b) => {
        const [from, to] = [placeIn(clock, Math.min(a, b)), placeIn(clock, Math.max(a, b))];
        const ms = elapsedAt(clock, to) - elapsedAt(clock, from);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(to - from);
      }),
    );
  });

  it('that works around the clock is time itself', () => {
    const always: WorkingTime = { weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 };
    fc.assert(
      fc.property(fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe'), anyPlace, (timeZone, share) => {
        const clock = clockOf(timeZone, always, '2026-03-20', '2026-04-12');
        const at = placeIn(clock, share);
        expect(elapsedAt(clock, at)).toBe(at - midnightOf(clock, clock.fromDay));
      }),
    );
    expect(dayMs).toBe(24 * hourMs);
  });
});
