import { describe, expect, it } from 'vitest';
import { decideLook } from './decide-look.ts';

const watch = { at: 100, engineVersion: 5, calendar: 'UTC' };
const found = { ...watch, at: 200, isPartial: false, isBackfill: false };

describe('a look at new figures', () => {
  it.each([
    ['a first sync is noted', null, found, 'baseline'],
    ['a sync is compared with the one before', watch, found, 'compare'],
    ['a rebuild of the same facts is no news', watch, { ...found, at: 100 }, 'skip'],
    ['facts that went back are no news', watch, { ...found, at: 99 }, 'skip'],
    ['a partial sync says nothing', watch, { ...found, isPartial: true }, 'unknown'],
    ['a partial first sync is not even noted', null, { ...found, isPartial: true }, 'unknown'],
    ['a backfill is noted', watch, { ...found, isBackfill: true }, 'baseline'],
    ['a backfill that went back is noted', watch, { ...found, at: 50, isBackfill: true }, 'baseline'],
    ['figures of another engine are noted', watch, { ...found, engineVersion: 6 }, 'baseline'],
    ['figures by another calendar are noted', watch, { ...found, calendar: 'Asia/Tokyo' }, 'baseline'],
  ] as const)('%s', (_, before, evidence, look) => {
    expect(decideLook(before, evidence)).toBe(look);
  });
});
