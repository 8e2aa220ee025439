import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkChange } from './replay-link-changes.ts';
import { type KnownLink, settleDependencies } from './settle-dependencies.ts';

const pair = { blocker: 'b', blocked: 'a' };
const minute = 60_000;
const linked = (createdAt: number | null, absentSince: number | null = null): KnownLink => ({
  ...pair,
  createdAt: inMs(createdAt),
  absentSince: inMs(absentSince),
});
const added = (at: number): LinkChange => ({ ...pair, at: at * minute, action: 'added' });
const removed = (at: number): LinkChange => ({ ...pair, at: at * minute, action: 'removed' });
const inMs = (minutes: number | null): number | null => (minutes === null ? null : minutes * minute);

/** In minutes: `[from, to, evidence]`. */
const settle = (links: KnownLink[], changes: LinkChange[], absentSince: number | null = null) =>
  settleDependencies(links, changes, inMs(absentSince)).map(({ from, to, startEvidence }) => [
    from === null ? null : from / minute,
    to === null ? null : to / minute,
    startEvidence,
  ]);

describe('a dependency', () => {
  const stories: [string, KnownLink[], LinkChange[], number | null, unknown[]][] = [
    ['of today runs from the creation of its link', [linked(5)], [], null, [[5, null, 'link']]],
    ['of today runs from its creation even where history tells its addition too', [linked(5)], [added(5.01)], null, [[5, null, 'link']]],
    ['of another type that became a blocking one later runs from then', [linked(5)], [added(300)], null, [[300, null, 'history']]],
    ['keeps the date of its link where history gathers a while into one entry', [linked(5)], [added(20)], null, [[5, null, 'link']]],
    ['taken back and added again at one instant goes on', [linked(8)], [added(2), added(8), removed(8)], null, [[2, null, 'history']]],
    ['of today without a date runs from its addition', [linked(null)], [added(4)], null, [[4, null, 'history']]],
    [
      'of two links without a date, of different types, runs from the first of their additions',
      [linked(null), linked(null)],
      [added(4), added(9)],
      null,
      [[4, null, 'history']],
    ],
    [
      'of two links without a date forgets what was added and removed before',
      [linked(null), linked(null)],
      [added(1), removed(2), added(4), added(9)],
      null,
      [
        [1, 2, 'history'],
        [4, null, 'history'],
      ],
    ],
    [
      'of today without a date runs from its last addition',
      [linked(null)],
      [added(2), removed(3), added(4)],
      null,
      [
        [2, 3, 'history'],
        [4, null, 'history'],
      ],
    ],
    ['of today without a date or history has an unknown start', [linked(null)], [], null, [[null, null, 'unknown']]],
    [
      'of today whose last addition was taken back came again nobody knows when',
      [linked(null)],
      [added(2), removed(3)],
      null,
      [
        [null, null, 'unknown'],
        [2, 3, 'history'],
      ],
    ],
    ['of today stands, even if history has a removal of it', [linked(5)], [added(5), removed(8)], null, [[5, null, 'link']]],
    ['of the past was added and removed', [], [added(2), removed(3)], null, [[2, 3, 'history']]],
    [
      'of the past may be followed by one of today',
      [linked(7)],
      [added(2), removed(3), added(7)],
      null,
      [
        [2, 3, 'history'],
        [7, null, 'link'],
      ],
    ],
    ['that history only removes has an unknown start', [], [removed(3)], null, [[null, 3, 'unknown']]],
    ['that is gone ended at its last removal', [linked(5, 20)], [removed(9)], null, [[5, 9, 'link']]],
    ['that is gone without a removal ended when it was found gone', [linked(5, 20)], [], null, [[5, 20, 'link']]],
    ['that is gone and has no date ran from its addition', [linked(null, 20)], [added(4)], null, [[4, 20, 'history']]],
    [
      'that is gone did not end before it began',
      [linked(10, 20)],
      [added(2), removed(3)],
      null,
      [
        [2, 3, 'history'],
        [10, 20, 'link'],
      ],
    ],
    ['that nobody has seen but in an addition ended when its absence was noted', [], [added(4)], 12, [[4, 12, 'history']]],
    ['that nobody has seen but in an addition is left out where its absence was not noted', [], [added(4)], null, []],
    ['is told once, though both ends tell it', [], [added(2), added(2.02), removed(3), removed(3.05)], null, [[2, 3, 'history']]],
    ['added twice without a removal counts from the later addition', [linked(null)], [added(2), added(6)], null, [[6, null, 'history']]],
    ['may be linked twice at once', [linked(5), linked(8)], [], null, [[5, null, 'link']]],
    ['that is linked again before it was unlinked is one', [linked(5, 20), linked(9)], [removed(12)], null, [[5, null, 'link']]],
    ['that is linked within another is one', [linked(2, 20), linked(4, 10)], [], null, [[2, 20, 'link']]],
    ['that is linked again as it was unlinked is one', [linked(2, 5), linked(5, 9)], [], null, [[2, 9, 'link']]],
    ['that is gone and has no date but its removal ended then', [linked(null, 20)], [removed(9)], null, [[null, 9, 'unknown']]],
    ['that is gone and of which nobody tells anything has an unknown start', [linked(null, 20)], [], null, [[null, 20, 'unknown']]],
    ['that was removed the moment it began lasted no time', [linked(9, 20)], [removed(9)], null, [[null, 9, 'unknown']]],
    ['that was found gone before it began lasted no time', [linked(9, 7)], [], null, []],
    ['that history removes more than once ended at the last removal', [], [removed(3), removed(9)], null, [[null, 9, 'unknown']]],
    [
      'that history removes after it ended came again nobody knows when',
      [],
      [added(2), removed(4), removed(9)],
      null,
      [
        [null, 9, 'unknown'],
        [2, 4, 'history'],
      ],
    ],
    [
      'that history removes as it begins was there before',
      [linked(5)],
      [removed(5)],
      null,
      [
        [null, 5, 'unknown'],
        [5, null, 'link'],
      ],
    ],
    ['that nobody has seen but in an addition is not there before it', [], [added(14)], 12, []],
    ['that is known does not end because absences were noted', [linked(5)], [added(5)], 12, [[5, null, 'link']]],
    ['of the past does not end when absences are noted', [], [added(2), removed(3)], 12, [[2, 3, 'history']]],
    ['told again five seconds later is the same', [linked(null)], [added(0), added(5 / 60)], null, [[0, null, 'history']]],
    ['told again more than five seconds later is another', [linked(null)], [added(2), added(2.1)], null, [[2.1, null, 'history']]],
    ['added an hour after its link was made is that link', [linked(5)], [added(65)], null, [[5, null, 'link']]],
    ['added more than an hour after its link was made became a blocker then', [linked(5)], [added(65.1)], null, [[65.1, null, 'history']]],
    [
      'whose link was removed near its creation became a blocker when it was added',
      [linked(5)],
      [removed(6), added(300)],
      null,
      [
        [null, 6, 'unknown'],
        [300, null, 'history'],
      ],
    ],
    [
      'that was added near the creation of its link, and once more, is that link',
      [linked(5)],
      [added(6), removed(8), added(300)],
      null,
      [[5, null, 'link']],
    ],
  ];
  it.each(stories)('%s', (_, links, changes, absentSince, expected) => {
    expect(settle(links, changes, absentSince)).toEqual(expected);
  });

  const told = (change: LinkChange, toldBy: 'blocker' | 'blocked', entry: number): LinkChange => ({
    ...change,
    toldBy,
    entry: String(entry),
  });

  const hoursOff: [string, LinkChange[], unknown[]][] = [
    [
      'its removal',
      [told(added(2), 'blocker', 7), told(removed(500), 'blocker', 20), told(removed(860.01), 'blocked', 21)],
      [[2, 500, 'history']],
    ],
    [
      'all of it',
      [told(added(2), 'blocker', 7), told(removed(200), 'blocker', 10), told(added(302), 'blocked', 6), told(removed(500), 'blocked', 11)],
      [[2, 200, 'history']],
    ],
  ];
  it.each(hoursOff)('is told once, though the clock of one end was hours off when it told %s', (_, changes, expected) => {
    expect(settle([], changes)).toEqual(expected);
  });

  const hoursApart: [string, LinkChange[]][] = [
    ['one end tells both', [told(removed(302), 'blocker', 7), told(removed(2), 'blocker', 8)]],
    ['entries lie between them', [told(removed(302), 'blocker', 7), told(removed(2), 'blocked', 80)]],
    ['it is not whole hours', [told(removed(317), 'blocker', 7), told(removed(2), 'blocked', 8)]],
    ['entries have no order', [told(removed(302), 'blocker', Number.NaN), told(removed(2), 'blocked', Number.NaN)]],
  ];
  it.each(hoursApart)('is told twice where changes are hours apart and %s', (_, changes) => {
    expect(settle([], [added(1), added(300), ...changes])).toHaveLength(2);
  });

  const instant = fc.integer({ min: 0, max: 40 }).map((k) => k * 2_000);
  const ids = fc.constantFrom('a', 'b', 'c');
  const link = fc.record({ blocker: ids, blocked: ids, createdAt: fc.option(instant), absentSince: fc.option(instant) });
  const change = fc.record({ blocker: ids, blocked: ids, at: instant, action: fc.constantFrom('added' as const, 'removed' as const) });

  it('does not depend on the order in which links and changes come', () => {
    const shuffled = <T>(values: T[]) => fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length }));
    const evidence = fc.tuple(fc.array(link, { maxLength: 4 }).chain(shuffled), fc.array(change, { maxLength: 8 }).chain(shuffled));
    fc.assert(
      fc.property(evidence, ([[links, otherLinks], [changes, otherChanges]]) => {
        expect(settleDependencies(otherLinks, otherChanges)).toEqual(settleDependencies(links, changes));
      }),
    );
  });

  it('is never told for two overlapping times, nor with two unknown starts', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 6 }), fc.array(change, { maxLength: 10 }), (links, changes) => {
        const byPair = Map.groupBy(settleDependencies(links, changes, 90_000), ({ blocker, blocked }) => `${blocker} ${blocked}`);
        for (const spans of byPair.values()) {
          const known = spans.filter(({ from }) => from !== null);
          known.forEach(({ from, to }, k) => {
            expect(to === null || from! < to).toBe(true);
            if (k > 0) expect(known[k - 1]!.to! < from!).toBe(true);
          });
          expect(spans.length - known.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('stands today exactly where a link does', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 6 }), fc.array(change, { maxLength: 10 }), (links, changes) => {
        const nameOf = (each: { blocker: string; blocked: string }): string => `${each.blocker} ${each.blocked}`;
        const standing = settleDependencies(links, changes, 90_000).filter(({ to }) => to === null);
        expect(new Set(standing.map(nameOf))).toEqual(new Set(links.filter(({ absentSince }) => absentSince === null).map(nameOf)));
      }),
    );
  });
});
