import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, type RequestInit as UndiciRequestInit, fetch as undiciFetch } from 'undici';
import { checkTrackerUrl, type TrackerAccess } from './check-tracker-url.ts';
import { isPublicAddress } from './is-public-address.ts';
import { limitBody } from './limit-body.ts';
import { TrackerAccessError } from './tracker-access-error.ts';

const defaultTimeoutMs = 60_000;
const defaultMaxResponseBytes = 64 * 1024 * 1024;
const maxConnectionsPerHost = 32;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

export interface GuardedFetch {
  /** Like the global fetch, with string or URL; throws TrackerAccessError where a rule of ours ends the request. */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export interface GuardedFetchOptions extends TrackerAccess {
  /** From the request to the last byte of the answer. */
  timeoutMs?: number;
  /** Of the answer after decompression. */
  maxResponseBytes?: number;
  /** Resolves a host to all its addresses, like `dns.lookup` with `all`. */
  resolve?: (hostname: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;
}

/**
 * The only way out to trackers. The name is resolved once, every address must be public, and the connection goes to
 * exactly those addresses: a name that resolves differently the next time cannot lead inside. Proxies are not used.
 */
export function makeGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { allowPrivate, timeoutMs = defaultTimeoutMs, maxResponseBytes = defaultMaxResponseBytes } = options;
  const agent = new Agent({
    connections: maxConnectionsPerHost,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { timeout: timeoutMs, lookup: makePinnedLookup(allowPrivate, options.resolve ?? resolveAll) },
  });

  async function guardedFetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const target = checkTrackerUrl(url, options);
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    const request = { ...init, signal, redirect: 'manual', dispatcher: agent } as UndiciRequestInit;
    const response = await undiciFetch(target, request).catch((error: unknown) => {
      throw deadline.aborted ? new TrackerAccessError('too-slow') : (findAccessError(error) ?? error);
    });
    if (redirectStatuses.has(response.status)) {
      await response.body?.cancel();
      throw new TrackerAccessError('redirect');
    }
    return limitBody(response as unknown as Response, { maxBytes: maxResponseBytes, deadline });
  }

  return { fetch: guardedFetch, close: () => agent.destroy() };
}

function makePinnedLookup(allowPrivate: boolean, resolve: NonNullable<GuardedFetchOptions['resolve']>): LookupFunction {
  return (hostname, lookupOptions, done) =>
    resolve(hostname, (error, addresses) => {
      const [first] = addresses ?? [];
      const allowed = !error && first && (allowPrivate || addresses.every(({ address }) => isPublicAddress(address)));
      if (!allowed) done(new TrackerAccessError('address'), []);
      else if (lookupOptions.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
}

function resolveAll(hostname: string, done: (error: Error | null, addresses: LookupAddress[]) => void): void {
  lookup(hostname, { all: true }, done);
}

/** fetch wraps what the connection failed with, sometimes twice. */
function findAccessError(error: unknown): TrackerAccessError | undefined {
  const wrapped = [error, (error as Error | undefined)?.cause, ((error as Error | undefined)?.cause as Error | undefined)?.cause];
  return wrapped.find((one) => one instanceof TrackerAccessError);
}
