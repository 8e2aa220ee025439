import { describe, expect, it } from 'vitest';
import { buildCompany } from '../facts/build-company.ts';
import { day, issue } from '../facts/days.fixture.ts';
import { makeFactsClock } from './facts-clock.ts';

const calendar = { timeZone: 'UTC', working: null };
const issues = [issue('b', 'A', { started: 7 }), issue('a', 'A', { started: 5 }), issue('c', 'A', { started: 6 })];
const daysOf = (initiatives: { id: string; startedAt: number | null }[], now = 20) => {
  const told = initiatives.map(({ id, startedAt }) => ({ id, dates: { createdAt: 0, startedAt, completedAt: null } }));
  const { fromDay, toDay } = makeFactsClock(buildCompany({ issues, initiatives: [...told, { id: 'undated' }] }), calendar, day(now));
  return [fromDay, toDay];
};

describe('the clock of a company', () => {
  it('has every day from its first issue to the data cut-off', () => {
    expect(daysOf([])).toEqual([5, 21]);
    expect(daysOf([{ id: 'x', startedAt: null }])).toEqual([5, 21]);
  });

  it('begins with an initiative that started before', () => {
    expect(daysOf([{ id: 'x', startedAt: day(3) }])).toEqual([3, 21]);
    expect(daysOf([{ id: 'x', startedAt: day(9) }])).toEqual([5, 21]);
  });

  it('does not begin with a year that was mistyped', () => {
    expect(daysOf([{ id: 'x', startedAt: Date.parse('0026-03-01T00:00:00Z') }])).toEqual([5, 21]);
    expect(daysOf([{ id: 'x', startedAt: 0 }])).toEqual([0, 21]);
  });

  it('has the day of the data cut-off where nothing is known', () => {
    const { fromDay, toDay, knots } = makeFactsClock(buildCompany({ issues: [] }), calendar, day(20));
    expect([fromDay, toDay, knots]).toEqual([20, 21, null]);
  });

  it('counts an organization’s days and hours', () => {
    const working = { weekdays: [1], fromMinute: 0, toMinute: 60 };
    const { timeZone, knots } = makeFactsClock(buildCompany({ issues }), { timeZone: 'Asia/Kathmandu', working }, day(20));
    expect([timeZone, knots === null]).toEqual(['Asia/Kathmandu', false]);
  });
});
