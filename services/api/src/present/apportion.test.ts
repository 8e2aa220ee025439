import { describe, expect, it } from 'vitest';
import { apportion } from './apportion.ts';

describe('rounding parts of a whole', () => {
  it('gives what is left over to the largest remainders', () => {
    expect(apportion([3.5, 3.4, 3.1], 10)).toEqual([4, 3, 3]);
    expect(apportion([10 / 3, 10 / 3, 10 / 3], 10)).toEqual([4, 3, 3]);
  });

  it('leaves whole numbers as they are, even those a computer makes a little smaller', () => {
    expect(apportion([4, 2.999999999, 0], 7)).toEqual([4, 3, 0]);
  });

  it('has nothing to give to nobody', () => {
    expect(apportion([], 0)).toEqual([]);
  });
});
