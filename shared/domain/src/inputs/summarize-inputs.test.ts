import { describe, expect, it } from 'vitest';
import { isStale, summarizeAcceptance, summarizeAgreements } from './summarize-inputs.ts';

const dayMs = 86_400_000;

describe('a link', () => {
  it('is stale once neither end has changed for 30 days', () => {
    const changed = (...days: number[]) => days.map((day) => ({ updatedAt: day * dayMs }));
    expect(isStale(changed(1, 10), 40 * dayMs)).toBe(true);
    expect(isStale(changed(1, 11), 40 * dayMs)).toBe(false);
  });

  it('was agreed where it came before the work on what it blocks', () => {
    const agreements = [
      { linkedAt: 1, startedAt: 2 },
      { linkedAt: 2, startedAt: 2 },
      { linkedAt: 5, startedAt: null },
    ];
    expect(summarizeAgreements(agreements)).toEqual({ dependencies: 3, agreed: 2, share: 2 / 3 });
    expect(summarizeAgreements([])).toEqual({ dependencies: 0, agreed: 0, share: null });
  });
});

describe('the time to acceptance', () => {
  it('is the median over waits, with none for work that was accepted from the beginning', () => {
    const waits = [
      { unacceptedMs: 0, isUnaccepted: false },
      { unacceptedMs: 4, isUnaccepted: false },
      { unacceptedMs: 9, isUnaccepted: true },
    ];
    expect(summarizeAcceptance(waits)).toEqual({ waits: 3, unacceptedNow: 1, medianMs: 4 });
    expect(summarizeAcceptance([]).medianMs).toBe(null);
  });
});
