import { TrackerAccessError } from '@speedtax/runtime';
import type { NotifyContext } from '../context.ts';
import type { Answer } from '../deliver/send-batch.ts';

const mostCharacters = 300;
/** Statuses below 500 with which a receiver says that it may take the message later. */
const laterStatuses = new Set([408, 425, 429]);

const refusals: Record<TrackerAccessError['kind'], { isFinal: boolean; answer: string }> = {
  address: { isFinal: true, answer: 'the address cannot be used: it must be https and lead to public addresses only' },
  redirect: { isFinal: true, answer: 'it answered with a redirect, which is not followed' },
  'too-large': { isFinal: false, answer: 'it sent a larger answer than is accepted' },
  'too-slow': { isFinal: false, answer: 'it did not answer in time' },
};

/** Posts JSON to an address that somebody gave, through the guarded door. */
export async function post(
  { fetch, now }: Pick<NotifyContext, 'fetch' | 'now'>,
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  try {
    const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
    const text = (await response.text()).replace(/\s+/g, ' ').trim().slice(0, mostCharacters);
    const isLater = response.status >= 500 || laterStatuses.has(response.status);
    const answer = `${response.status} ${text}`.trim();
    return { isOk: response.ok, isFinal: !isLater, answer, retryAfterMs: readRetryAfter(response.headers.get('retry-after'), now()) };
  } catch (error) {
    if (error instanceof TrackerAccessError) return { isOk: false, ...refusals[error.kind] };
    return { isOk: false, isFinal: false, answer: `it could not be reached: ${codeOf(error)}` };
  }
}

/** Seconds, or a date. */
function readRetryAfter(value: string | null, now: number): number {
  if (value === null) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

/** Messages of the network may name inner addresses: its code says enough. */
function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return cause?.code ?? code ?? 'no connection';
}
