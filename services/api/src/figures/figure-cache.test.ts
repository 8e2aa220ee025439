import { describe, expect, it } from 'vitest';
import { makeFigureCache } from './figure-cache.ts';
import type { FigureBasis } from './read-figures.ts';

function makeBasis(
  changes: { organizationId?: string; finishedAt?: number; asOf?: FigureBasis['asOf']; isAnalyzed?: boolean } = {},
): FigureBasis {
  const { organizationId = 'one', finishedAt = 1, asOf = null, isAnalyzed = true } = changes;
  const analysis = { engineVersion: 1, dataCutOffAt: new Date(0), finishedAt: new Date(finishedAt), coverage: {}, calendar: null };
  return { organizationId, asOf, analysis: isAnalyzed ? analysis : undefined } as unknown as FigureBasis;
}

/** A question that is answered by how often it had to be read. */
function makeQuestion(): () => Promise<number> {
  let reads = 0;
  return async () => (reads += 1);
}

describe('answers that are kept', () => {
  it('are read once per analysis, organization and question', async () => {
    const cache = makeFigureCache();
    const read = makeQuestion();
    expect(await cache.remember(makeBasis(), 'tax', read)).toBe(1);
    expect(await cache.remember(makeBasis(), 'tax', read)).toBe(1);
    expect(await cache.remember(makeBasis(), 'series', read)).toBe(2);
    expect(await cache.remember(makeBasis({ organizationId: 'two' }), 'tax', read)).toBe(3);
    expect(await cache.remember(makeBasis({ finishedAt: 2 }), 'tax', read)).toBe(4);
  });

  it('are read once for all who ask at the same time', async () => {
    const cache = makeFigureCache();
    const read = makeQuestion();
    expect(await Promise.all([1, 2, 3].map(() => cache.remember(makeBasis(), 'tax', read)))).toEqual([1, 1, 1]);
  });

  it('are none of the past, and none before the first analysis', async () => {
    const cache = makeFigureCache();
    const read = makeQuestion();
    for (const basis of [makeBasis({ asOf: { at: new Date(0), factsDigest: '' } }), makeBasis({ isAnalyzed: false })]) {
      const first = await cache.remember(basis, 'tax', read);
      expect(await cache.remember(basis, 'tax', read)).toBe(first + 1);
    }
  });

  it('are not kept where reading failed', async () => {
    const cache = makeFigureCache();
    await expect(cache.remember(makeBasis(), 'tax', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await cache.remember(makeBasis(), 'tax', async () => 'there')).toBe('there');
  });

  it('make way for newer ones, those used longest ago first', async () => {
    const cache = makeFigureCache();
    const read = makeQuestion();
    const kept = await cache.remember(makeBasis(), 'used', read);
    for (let other = 0; other < 500; other++) {
      await cache.remember(makeBasis(), `other ${other}`, read);
      expect(await cache.remember(makeBasis(), 'used', read)).toBe(kept);
    }
    expect(await cache.remember(makeBasis(), 'other 0', read)).toBeGreaterThan(500);
  });
});
