import { TrackerError } from '@speedtax/trackers';
import { describe, expect, it } from 'vitest';
import { decideRetry } from './decide-retry.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const seconds = (n: number) => n * 1000;

describe('a sync that got no answer', () => {
  it.each([
    { failures: 0, waits: seconds(1) },
    { failures: 3, waits: seconds(8) },
    { failures: 40, waits: seconds(300) },
  ])('waits longer each time, up to five minutes: $failures failures', ({ failures, waits }) => {
    expect(decideRetry(new TrackerError('transient', 'HTTP 502'), failures, now)).toEqual({
      action: 'wait',
      notBefore: now + waits,
      isFailing: true,
    });
  });

  it('waits for the reset of the tracker’s budget, and is not failing', () => {
    const error = new TrackerError('rate-limited', 'too many', { resetAt: now + seconds(900) });
    expect(decideRetry(error, 0, now)).toEqual({ action: 'wait', notBefore: now + seconds(900) + 250, isFailing: false });
  });

  it('waits as long as the tracker asks', () => {
    const error = new TrackerError('rate-limited', 'too many', { retryAfterMs: seconds(30) });
    expect(decideRetry(error, 0, now)).toMatchObject({ notBefore: now + seconds(30) + 250 });
  });

  it('waits a minute when limited without a word about how long', () => {
    expect(decideRetry(new TrackerError('rate-limited', 'too many'), 0, now)).toMatchObject({ notBefore: now + seconds(60) + 250 });
  });

  it('does not hurry when the tracker refuses the request itself', () => {
    expect(decideRetry(new TrackerError('refused', 'bad document'), 0, now)).toMatchObject({
      notBefore: now + seconds(300),
      isFailing: true,
    });
  });

  it('gives up when the credentials do not work', () => {
    expect(decideRetry(new TrackerError('unauthorized', 'invalid key'), 0, now)).toEqual({ action: 'give-up' });
  });
});
