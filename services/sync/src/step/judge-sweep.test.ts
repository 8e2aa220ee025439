import { describe, expect, it } from 'vitest';
import { decideSweep, judgePage, judgeWithoutOrder, rangeOfPage, startOfSweep } from './judge-sweep.ts';

const on = (day: number) => `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;
const item = (id: string, day: number) => ({ id, createdAt: on(day) });
const known = (...ids: string[]) => ids.map((id) => ({ id: `our-${id}`, externalId: id }));
const readAt = on(20);

describe('a sweep', () => {
  it('misses what was created between the items of a page', () => {
    const page = { items: [item('c', 9), item('a', 3)], endCursor: 'x' };
    expect(rangeOfPage(startOfSweep, page, readAt)).toEqual({ after: on(3), upTo: readAt });
    expect(judgePage(startOfSweep, page, known('c', 'b')).missing).toEqual(['our-b']);
  });

  it('leaves the last instant of a page to the next one', () => {
    const first = { items: [item('c', 9), item('b', 3)], endCursor: 'x' };
    const second = { items: [item('a', 3)], endCursor: null };
    const reached = judgePage(startOfSweep, first, known('c'));
    expect(rangeOfPage(reached, second, readAt)).toEqual({ after: null, upTo: on(3) });
    expect(judgePage(reached, second, known('a', 'b')).missing).toEqual([]);
  });

  it('remembers one instant over several pages', () => {
    const pages = ['d', 'c', 'b', 'a'].map((id, i) => ({ items: [item(id, 3)], endCursor: i < 3 ? String(i) : null }));
    const end = pages.reduce(
      (position, page) => judgePage(position, page, page.endCursor === null ? known('a', 'b', 'c', 'd', 'e') : []),
      startOfSweep,
    );
    expect(end.missing).toEqual(['our-e']);
  });

  it('misses everything older when the tracker has nothing', () => {
    const empty = { items: [], endCursor: null };
    expect(rangeOfPage(startOfSweep, empty, readAt)).toEqual({ after: null, upTo: readAt });
    expect(judgePage(startOfSweep, empty, known('a')).missing).toEqual(['our-a']);
  });
});

describe('what a sweep missed', () => {
  const missing = (count: number) => ({ ...startOfSweep, missing: Array.from({ length: count }, (_, i) => `our-${i}`) });

  it('is gone when it is little', () => {
    expect(decideSweep(missing(2), 10)).toBe('remove');
  });

  it('is kept when it is more than a fifth: rights were lost rather than things deleted', () => {
    expect(decideSweep(missing(3), 10)).toBe('too-many-missing');
  });

  it('is told by all that was met when the tracker did not keep the order', () => {
    const pages = [
      { items: [item('a', 1), item('b', 3)], endCursor: 'x' },
      { items: [item('c', 5), item('e', 9)], endCursor: null },
    ];
    const end = pages.reduce((position, page) => judgePage(position, page, known('a', 'b', 'c', 'd', 'e')), startOfSweep);
    const judged = judgeWithoutOrder(end, known('a', 'b', 'c', 'd', 'e'));
    expect(judged.missing).toEqual(['our-d']);
    expect(decideSweep(judged, 5)).toBe('remove');
  });

  it('is kept when the tracker did not keep the order, and more was met than can be remembered', () => {
    const mixed = judgePage(startOfSweep, { items: [item('a', 3), item('c', 9)], endCursor: null }, known('b'));
    const judged = judgeWithoutOrder({ ...mixed, met: null }, known('a', 'b', 'c'));
    expect(decideSweep(judged, 10)).toBe('out-of-order');
  });

  it('may be nothing', () => {
    expect(decideSweep(startOfSweep, 0)).toBe('nothing-missing');
  });
});
