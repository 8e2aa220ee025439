import { describe, expect, it } from 'vitest';
import { dayMs, formatDays, formatDaysAlike, formatDuration, formatExactMs, formatIssueDays } from './duration.ts';

const hourMs = dayMs / 24;

describe('issue-days', () => {
  it.each([
    [41 * dayMs, '41 issue-days'],
    [dayMs, '1 issue-day'],
    [1.002 * dayMs, '1 issue-day'],
    [0, '0 issue-days'],
    [0.4167 * dayMs, '0.417 issue-days'],
    [12_345 * dayMs, '12,300 issue-days'],
    [1000, '<0.01 issue-days'],
  ])('%d ms reads "%s"', (ms, text) => {
    expect(formatIssueDays(ms)).toBe(text);
  });

  it('a column whose head names the unit shows the bare number', () => {
    expect(formatDays(123.456 * dayMs)).toBe('123');
  });

  it.each([
    [7.44, 38.1, '7.4'],
    [38.1, 38.1, '38.1'],
    [7.44, 117, '7'],
    [0.3, 117, '<1'],
    [0.02, 38, '<0.1'],
    [0, 117, '0'],
    [1.234, 1.5, '1.23'],
    [12_345, 12_345, '12,300'],
  ])('%d days in a column of up to %d line up as "%s"', (days, largest, text) => {
    expect(formatDaysAlike(days * dayMs, largest * dayMs)).toBe(text);
  });
});

describe('a span of time', () => {
  it.each([
    [9 * dayMs + 4 * hourMs + 59 * 60_000, '9 d 4 h'],
    [9 * dayMs, '9 d'],
    [4 * hourMs + 12 * 60_000, '4 h 12 min'],
    [35_000, '35 s'],
    [65_000, '1 min 5 s'],
    [1234 * dayMs + 5 * hourMs, '1,230 d'],
    [400, '<1 s'],
    [0, '0 d'],
    [-2 * dayMs, '−2 d'],
  ])('%d ms reads "%s"', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it('the exact milliseconds stay one hover away', () => {
    expect(formatExactMs(41 * dayMs)).toBe('3,542,400,000 ms');
  });
});
