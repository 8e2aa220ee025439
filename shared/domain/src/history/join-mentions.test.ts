import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DirectedMention, joinMentions } from './join-mentions.ts';

const told = (from: number, to: number | null, more: Partial<DirectedMention> = {}): DirectedMention => ({
  blocker: 'b',
  blocked: 'a',
  from,
  to,
  foundIn: 'text',
  evidence: 'seen',
  connectionId: 'linear',
  ...more,
});
const times = (mentions: readonly DirectedMention[]) => joinMentions(mentions).map(({ from, to }) => [from, to]);

describe('a dependency that two trackers tell', () => {
  it('is one, from the first that tells it, and found there', () => {
    const joined = joinMentions([told(5, null), told(2, null, { foundIn: 'attachment', evidence: 'link', connectionId: 'jira' })]);
    expect(joined).toEqual([told(2, null, { foundIn: 'attachment', evidence: 'link', connectionId: 'jira' })]);
  });

  it('stands as long as one of them tells it', () => {
    expect(times([told(1, 4), told(3, 8)])).toEqual([[1, 8]]);
    expect(times([told(1, 4), told(3, null)])).toEqual([[1, null]]);
  });

  it('comes back as another one, and not for the time between', () => {
    expect(times([told(6, null), told(1, 4)])).toEqual([
      [1, 4],
      [6, null],
    ]);
  });

  it('is none where it took no time, or is between an issue and itself', () => {
    expect(joinMentions([told(3, 3), told(1, null, { blocker: 'a' })])).toEqual([]);
  });

  const mention = fc
    .record({ from: fc.integer({ min: 0, max: 20 }), lasts: fc.option(fc.integer({ min: 0, max: 9 })), blocker: fc.constantFrom('b', 'c') })
    .map(({ from, lasts, blocker }) => told(from, lasts === null ? null : from + lasts, { blocker }));

  it('covers exactly what any of them tells, in times that neither touch nor depend on order', () => {
    fc.assert(
      fc.property(fc.array(mention, { maxLength: 12 }), (mentions) => {
        const joined = joinMentions(mentions);
        expect(joinMentions(mentions.toReversed())).toEqual(joined);
        const standsAt = (all: readonly DirectedMention[], blocker: string, at: number) =>
          all.filter((one) => one.blocker === blocker && one.from <= at && at < (one.to ?? Number.POSITIVE_INFINITY)).length;
        for (const blocker of ['b', 'c'])
          for (let at = 0; at < 40; at += 1) expect(standsAt(joined, blocker, at)).toBe(Math.min(1, standsAt(mentions, blocker, at)));
      }),
      { numRuns: 100 },
    );
  });
});
