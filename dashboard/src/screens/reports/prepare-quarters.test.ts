import { describe, expect, it } from 'vitest';
import { prepareQuarters, sayQuarter } from './prepare-quarters.ts';

describe('the quarters of a pack', () => {
  it('are the running one and those before it, across the turn of the year', () => {
    expect(prepareQuarters('2026-02-11', null)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1', '2024-Q4']);
  });

  it('include an older one that was asked for by its address', () => {
    expect(prepareQuarters('2026-12-31', '2020-Q2').at(-1)).toBe('2020-Q2');
    expect(prepareQuarters('2026-12-31', '2026-Q4')).toHaveLength(6);
  });

  it('are said in words', () => {
    expect(sayQuarter('2026-Q3')).toBe('the third quarter of 2026');
  });
});
