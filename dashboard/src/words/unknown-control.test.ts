import { describe, expect, it } from 'vitest';
import { sayUnknownControl } from './unknown-control.ts';

const ann = { personId: 'a', name: 'Ann' };

describe('resource control that is not known', () => {
  it.each([
    [[], 5, 'nobody is accountable'],
    [[ann, { ...ann, personId: 'b' }], 5, 'several are accountable'],
    [[ann], 0, 'nothing was in play'],
    [[ann], 5, "the owner's teams are not known"],
  ])('of %j with %d ms in play: %s', (accountable, inPlayMs, words) =>
    expect(sayUnknownControl({ accountable, inPlayMs } as Parameters<typeof sayUnknownControl>[0])).toBe(words),
  );
});
