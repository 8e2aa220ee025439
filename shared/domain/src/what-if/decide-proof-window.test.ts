import { describe, expect, it } from 'vitest';
import { decideProofWindow } from './decide-proof-window.ts';

describe('the proof of a treatment', () => {
  it('looks at as many days before as after, no more than asked for', () => {
    expect(decideProofWindow(100, 300, 90)).toEqual({
      state: 'measured',
      days: 90,
      before: { fromDay: 10, toDay: 100 },
      after: { fromDay: 100, toDay: 190 },
    });
  });

  it('ends with the last day that was over at the data cut-off, on both sides', () => {
    expect(decideProofWindow(100, 130, 90)).toMatchObject({ days: 30, before: { fromDay: 70 }, after: { toDay: 130 } });
  });

  it('is too early within fourteen days, and has no days at all on the day itself or before it', () => {
    expect(decideProofWindow(100, 113, 90)).toMatchObject({ state: 'too_early', days: 13 });
    expect(decideProofWindow(100, 114, 90)).toMatchObject({ state: 'measured', days: 14 });
    expect(decideProofWindow(100, 100, 90)).toMatchObject({ state: 'too_early', days: 0 });
    expect(decideProofWindow(100, 90, 90)).toMatchObject({ state: 'too_early', days: 0 });
  });
});
