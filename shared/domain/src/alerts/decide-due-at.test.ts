import { describe, expect, it } from 'vitest';
import { decideDueAt, type HearingTimes } from './decide-due-at.ts';

const night = { fromMinute: 22 * 60, toMinute: 7 * 60 };
const berlin: HearingTimes = { timeZone: 'Europe/Berlin', quietHours: night, digestMinute: null };
const due = (at: string, times: HearingTimes) => new Date(decideDueAt(Date.parse(at), times)).toISOString();

describe('a message', () => {
  it.each([
    ['is due at once by day', '2026-06-10T12:00:00.000Z', '2026-06-10T12:00:00.000Z'],
    ['waits from the first minute of the night', '2026-06-10T20:00:00.000Z', '2026-06-11T05:00:00.000Z'],
    ['is due in the last minute before', '2026-06-10T19:59:59.999Z', '2026-06-10T19:59:59.999Z'],
    ['waits after midnight', '2026-06-10T22:30:00.000Z', '2026-06-11T05:00:00.000Z'],
    ['waits up to the last minute of the night', '2026-06-11T04:59:59.999Z', '2026-06-11T05:00:00.000Z'],
    ['is due when the night is over', '2026-06-11T05:00:00.000Z', '2026-06-11T05:00:00.000Z'],
    ['follows the clocks into winter', '2026-10-24T21:00:00.000Z', '2026-10-25T06:00:00.000Z'],
    ['follows the clocks into summer', '2026-03-28T22:00:00.000Z', '2026-03-29T05:00:00.000Z'],
  ])('%s', (_, at, expected) => {
    expect(due(at, berlin)).toBe(expected);
  });

  it('is quiet at noon where somebody sleeps at noon', () => {
    const noon = { ...berlin, timeZone: 'Asia/Kolkata', quietHours: { fromMinute: 12 * 60, toMinute: 13 * 60 + 30 } };
    expect(due('2026-06-10T06:30:00.000Z', noon)).toBe('2026-06-10T08:00:00.000Z');
    expect(due('2026-06-10T06:29:00.000Z', noon)).toBe('2026-06-10T06:29:00.000Z');
    expect(due('2026-06-10T08:00:00.000Z', noon)).toBe('2026-06-10T08:00:00.000Z');
  });

  it('is never kept by a night of no length', () => {
    expect(due('2026-06-10T20:00:00.000Z', { ...berlin, quietHours: { fromMinute: 1320, toMinute: 1320 } })).toBe(
      '2026-06-10T20:00:00.000Z',
    );
  });

  it('of a digest waits for its time, the next one', () => {
    const digest = { ...berlin, quietHours: null, digestMinute: 9 * 60 + 30 };
    expect(due('2026-06-10T07:00:00.000Z', digest)).toBe('2026-06-10T07:30:00.000Z');
    expect(due('2026-06-10T07:30:00.000Z', digest)).toBe('2026-06-11T07:30:00.000Z');
    expect(due('2026-06-10T22:30:00.000Z', digest)).toBe('2026-06-11T07:30:00.000Z');
  });

  it('of a digest in the night waits for the morning', () => {
    expect(due('2026-06-10T12:00:00.000Z', { ...berlin, digestMinute: 23 * 60 })).toBe('2026-06-11T05:00:00.000Z');
  });

  it('at a minute that the clocks leave out comes an hour before', () => {
    const leftOut = { ...berlin, quietHours: null, digestMinute: 2 * 60 + 30 };
    expect(due('2026-03-28T12:00:00.000Z', leftOut)).toBe('2026-03-29T00:30:00.000Z');
  });
});
