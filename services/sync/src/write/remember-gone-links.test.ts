import { settleDependencies } from '@speedtax/domain';
import { describe, expect, it } from 'vitest';
import { rememberGoneLinks } from './remember-gone-links.ts';

const day = (n: number) => n * 86_400_000;
const pair = { blocker: 'b', blocked: 'a' };
const stood = { ...pair, from: day(1), to: null, startEvidence: 'link' } as const;
const added = { ...pair, at: day(1), action: 'added' } as const;
const removed = { ...pair, at: day(4), action: 'removed' } as const;

function settle(evidence: Parameters<typeof rememberGoneLinks>[0], goneAt: number) {
  const links = rememberGoneLinks(evidence, goneAt);
  return settleDependencies(links, evidence.changes).map(({ from, to, startEvidence }) => ({ from, to, startEvidence }));
}

describe('a link that is gone', () => {
  it('ends when it was found gone, where nothing tells more', () => {
    expect(settle({ links: [], changes: [], settled: [stood] }, day(9))).toEqual([{ from: day(1), to: day(9), startEvidence: 'link' }]);
  });

  it('keeps that end however often it is settled again', () => {
    const ended = { ...stood, to: day(9) };
    expect(settle({ links: [], changes: [], settled: [ended] }, day(20))).toEqual([{ from: day(1), to: day(9), startEvidence: 'link' }]);
  });

  it('ends at its removal, once a history tells it', () => {
    const found = { ...stood, to: day(9) };
    expect(settle({ links: [], changes: [removed], settled: [found] }, day(20))).toEqual([
      { from: day(1), to: day(4), startEvidence: 'link' },
    ]);
  });

  it('is as a first sync would find it, once a history tells all of it', () => {
    const fresh = settle({ links: [], changes: [added, removed], settled: [] }, day(20));
    expect(settle({ links: [], changes: [added, removed], settled: [stood] }, day(20))).toEqual(fresh);
    expect(fresh).toEqual([{ from: day(1), to: day(4), startEvidence: 'history' }]);
  });

  it('is not mistaken for the link that replaced it', () => {
    const again = { ...pair, createdAt: day(6), absentSince: null };
    expect(settle({ links: [again], changes: [added, removed], settled: [stood] }, day(20))).toEqual([
      { from: day(1), to: day(4), startEvidence: 'history' },
      { from: day(6), to: null, startEvidence: 'link' },
    ]);
  });
});

describe('a link that the tracker does not date', () => {
  const told = { ...pair, from: day(1), to: null, startEvidence: 'history' } as const;
  const undated = { ...pair, createdAt: null, absentSince: null };

  it('ends when it was found gone, where nothing tells more, and keeps that end', () => {
    const ended = [{ from: day(1), to: day(9), startEvidence: 'history' }];
    expect(settle({ links: [], changes: [added], settled: [told] }, day(9))).toEqual(ended);
    expect(settle({ links: [], changes: [added], settled: [{ ...told, to: day(9) }] }, day(20))).toEqual(ended);
  });

  it('ends at its removal, once a history tells it', () => {
    expect(settle({ links: [], changes: [added, removed], settled: [{ ...told, to: day(9) }] }, day(20))).toEqual([
      { from: day(1), to: day(4), startEvidence: 'history' },
    ]);
  });

  it('is not gone while it stands', () => {
    expect(rememberGoneLinks({ links: [undated], changes: [added], settled: [told] }, day(9))).toEqual([undated]);
  });

  it('that nobody takes for a blocking one any more never was one', () => {
    expect(settle({ links: [], changes: [], settled: [told] }, day(9))).toEqual([]);
  });
});

describe('a link that stands', () => {
  it('is told once', () => {
    const link = { ...pair, createdAt: day(1), absentSince: null };
    expect(rememberGoneLinks({ links: [link], changes: [], settled: [stood] }, day(9))).toEqual([link]);
  });
});
