import { describe, expect, it } from 'vitest';
import { formatExactShare, formatShare, formatShareRange } from './share.ts';

describe('a share', () => {
  it.each([
    [1 / 3, '33 %'],
    [0.0412, '4.1 %'],
    [0.0999, '10 %'],
    [0.0004, '<0.1 %'],
    [0, '0 %'],
    [1, '100 %'],
  ])('%d reads "%s"', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  it('a missing share is a dash, not a zero', () => {
    expect(formatShare(null)).toBe('–');
    expect(formatShareRange(null, 0.3)).toBe('–');
  });

  it('a range names its unit once, and collapses where both ends read the same', () => {
    expect(formatShareRange(0.24, 0.31)).toBe('24–31 %');
    expect(formatShareRange(0.241, 0.242)).toBe('24 %');
  });

  it('the exact share stays one hover away', () => {
    expect(formatExactShare(1 / 3)).toBe('33.333 %');
  });
});
