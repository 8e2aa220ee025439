import { describe, expect, it } from 'vitest';
import { decideOutcome } from './decide-outcome.ts';

const failed = { isOk: false, isFinal: false, answer: '503 busy' };
const minute = 60_000;

describe('a message', () => {
  it('that was taken is sent', () => {
    expect(decideOutcome({ isOk: true, isFinal: true, answer: '200 ok' }, 3, 0)).toEqual({ state: 'sent', answer: '200 ok' });
  });
  it('that is refused for good is dead at once', () => {
    expect(decideOutcome({ ...failed, isFinal: true }, 1, 0)).toEqual({ state: 'dead', answer: '503 busy' });
  });
  it.each([
    [1, 0.5],
    [2, 1],
    [3, 2],
    [7, 32],
    [8, 60],
    [9, 60],
  ])('is tried again after its attempt %i, %d minutes later', (attempts, minutes) => {
    expect(decideOutcome(failed, attempts, 1000)).toEqual({
      state: 'waiting',
      answer: '503 busy',
      dueAt: new Date(1000 + minutes * minute),
    });
  });
  it('is dead after ten attempts', () => {
    expect(decideOutcome(failed, 10, 0).state).toBe('dead');
  });
  it('waits as long as its receiver asks, an hour at most', () => {
    expect(decideOutcome({ ...failed, retryAfterMs: 5 * minute }, 1, 0)).toMatchObject({ dueAt: new Date(5 * minute) });
    expect(decideOutcome({ ...failed, retryAfterMs: 300 * minute }, 1, 0)).toMatchObject({ dueAt: new Date(60 * minute) });
  });
});
