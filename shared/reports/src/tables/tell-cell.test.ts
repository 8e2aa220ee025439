import { expect, it } from 'vitest';
import { tellCell, tellHead } from './tell-cell.ts';

const day = 86_400_000;

it.each([
  ['duration', 41 * day, '41'],
  ['duration', -2 * day, '−2'],
  ['wait', 9 * day + 4 * 3_600_000, '9 d 4 h'],
  ['share', 0.333, '33 %'],
  ['count', 0, '0'],
  ['text', 'Platform', 'Platform'],
  ['day', '2026-01-11', '2026-01-11'],
  ['instant', '2026-01-11T00:00:00.000Z', '2026-01-11 00:00 UTC'],
] as const)('on paper a %s of %s is told as %s', (kind, cell, text) => {
  expect(tellCell(kind, cell)).toBe(text);
});

it.each(['duration', 'share', 'text'] as const)('a gap of kind %s is a dash, never a zero', (kind) => {
  expect(tellCell(kind, null)).toBe('–');
});

it('only heads of durations name their unit', () => {
  expect(tellHead({ name: 'Paid', kind: 'duration' })).toBe('Paid (issue-days)');
  expect(tellHead({ name: 'Median wait', kind: 'wait' })).toBe('Median wait');
});
