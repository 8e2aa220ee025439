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
      { linkedAt: 9, startedAt: 8 },
    ];
    expect(summarizeAgreements(agreements)).toEqual({ dependencies: 4, agreed: 2, share: 2 / 4 });
    expect(summarizeAgreements([])).toEqual({ dependencies: 0, agreed: 0, share: null });
  });
});

describe('the time to acceptance', () => {
  const accepted = (...lengths: number[]) => lengths.map((unacceptedMs) => ({ unacceptedMs, isUnaccepted: false }));
  const open = (...lengths: number[]) => lengths.map((unacceptedMs) => ({ unacceptedMs, isUnaccepted: true }));

  it('is the median over waits, with none for work that was accepted from the beginning', () => {
    expect(summarizeAcceptance(accepted(0, 9, 4))).toEqual({ waits: 3, unacceptedNow: 0, medianMs: 4 });
    expect(summarizeAcceptance(accepted(0, 0, 7)).medianMs).toBe(0);
  });

  it('takes what is not accepted yet to take longer than it has taken so far', () => {
    // Of four, 4/4 × ¾ are left after 1, and of the two seen for longer than 2 one after 8: 0.75 × ½ = 0.375.
    expect(summarizeAcceptance([...accepted(1, 8), ...open(2, 20)])).toEqual({ waits: 4, unacceptedNow: 2, medianMs: 8 });
  });

  it('is not known while more than half may still take longer', () => {
    expect(summarizeAcceptance([...accepted(1), ...open(2, 3)])).toEqual({ waits: 3, unacceptedNow: 2, medianMs: null });
    expect(summarizeAcceptance(open(5))).toEqual({ waits: 1, unacceptedNow: 1, medianMs: null });
    expect(summarizeAcceptance([])).toEqual({ waits: 0, unacceptedNow: 0, medianMs: null });
  });
});
