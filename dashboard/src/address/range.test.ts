import { describe, expect, it } from 'vitest';
import { bucketStart, parseRange, resolveRange, writeRange } from './range.ts';

describe('the range in an address', () => {
  it.each(['30d', 'last-quarter', '2026-07-01..2026-10-01'])('%s survives reading and writing', (text) => {
    expect(writeRange(parseRange(text))).toBe(text);
  });

  it.each([
    undefined,
    '',
    'yesterday',
    '2026-13-01..2026-14-01',
    '2026-05-01..2026-05-01',
    '2026-05-02..2026-05-01',
    '1990-01-01..2026-01-01',
  ])('%s falls back to the last 90 days', (text) => expect(parseRange(text)).toEqual({ preset: '90d' }));
});

describe('the days of a range', () => {
  it('ends a trailing range with the day of the data cut-off, and compares with as many days before', () => {
    expect(resolveRange({ preset: '30d' }, '2026-03-10')).toMatchObject({
      from: '2026-02-09',
      to: '2026-03-11',
      before: { from: '2026-01-10', to: '2026-02-09' },
    });
  });

  it('takes the whole quarter before this one, compared with the one before that, across a new year', () => {
    expect(resolveRange({ preset: 'last-quarter' }, '2026-02-10')).toMatchObject({
      from: '2025-10-01',
      to: '2026-01-01',
      before: { from: '2025-07-01', to: '2025-10-01' },
    });
  });

  it('compares a running quarter with as many days of the one before', () => {
    expect(resolveRange({ preset: 'this-quarter' }, '2026-04-10')).toMatchObject({
      from: '2026-04-01',
      to: '2026-04-11',
      before: { from: '2026-01-01', to: '2026-01-11' },
    });
  });

  it('says its last day, not the one after', () => {
    expect(resolveRange({ from: '2026-07-01', to: '2026-10-01' }, '2026-11-21')).toMatchObject({
      words: '1 Jul 2026 to 30 Sept 2026',
      beforeWords: 'the 92 days before',
    });
  });
});

describe('the bucket of a day', () => {
  it.each([
    ['week', '2026-11-22', '2026-11-16'],
    ['week', '2026-11-16', '2026-11-16'],
    ['month', '2026-11-22', '2026-11-01'],
    ['quarter', '2026-11-22', '2026-10-01'],
    ['day', '2026-11-22', '2026-11-22'],
  ] as const)('by %s, %s stands in the one from %s', (bucket, day, start) => expect(bucketStart(bucket, day)).toBe(start));
});
