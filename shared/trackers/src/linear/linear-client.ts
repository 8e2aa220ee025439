import { LinearClient as LinearSdkClient } from '@linear/sdk';
import { z } from 'zod';
import type { RateBudget } from '../rate-budget.ts';
import { TrackerError } from '../tracker-error.ts';
import type { TrackerFetch } from '../tracker-fetch.ts';
import { lendFetch } from './lend-fetch.ts';
import { readLinearError } from './linear-error.ts';
import type { LinearAuthorization } from './linear-session.ts';
import { type LinearQuery, pageInfo } from './queries/linear-query.ts';

export interface LinearAccess {
  /** What a request is sent with: asked for before each. */
  readonly authorize: () => Promise<LinearAuthorization>;
  /** The GraphQL endpoint. */
  readonly apiUrl: string;
  /** How to reach it; whoever opens the client answers for where it may lead. */
  readonly fetch: TrackerFetch;
  readonly signal?: AbortSignal;
  readonly budget?: RateBudget;
  /** Our clock, epoch milliseconds: to tell how far the tracker's is off. */
  readonly now?: () => number;
}

/** Items as the tracker sent them, unread. */
export interface LinearPage {
  readonly items: readonly unknown[];
  /** Where the next page begins; null: this was the last. */
  readonly endCursor: string | null;
}

export interface LinearClient {
  /** Sends a document of ours and gives the `data` of its answer. @throws TrackerError */
  ask(document: string, variables: Record<string, unknown>): Promise<unknown>;
  /** One page of the connection that the query names. @throws TrackerError */
  fetchPage(query: LinearQuery<unknown>, variables: Record<string, unknown>): Promise<LinearPage>;
  /** Requests sent so far. */
  requests(): number;
  /** How far the tracker's clock is ahead of ours (behind: negative), by its latest answer; 0 while it did not say. */
  clockSkewMs(): number;
}

const requestTimeoutMs = 60_000;
/** Asked before sending; the documents of the plan cost less. */
const maxPointsPerRequest = 10_000;

/** HTTP, paging and kinds of errors; knows nothing of what the items mean. Retries nothing: whoever asks decides. */
export function openLinearClient({ authorize, apiUrl, fetch, signal, budget, now }: LinearAccess): LinearClient {
  let requests = 0;
  let skewMs = 0;

  async function ask(document: string, variables: Record<string, unknown>): Promise<unknown> {
    const blockedUntil = budget?.blockedUntil(maxPointsPerRequest) ?? null;
    if (blockedUntil !== null)
      throw new TrackerError('rate-limited', 'the hourly budget of the tracker is used up', {
        resetAt: Number.isFinite(blockedUntil) ? blockedUntil : null,
      });
    requests += 1;
    try {
      const timeout = AbortSignal.timeout(requestTimeoutMs);
      const authorization = await authorize();
      const sdk = makeSdkClient({ ...authorization, apiUrl, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
      const { data, headers } = await lendFetch(fetch, () => sdk.client.rawRequest<unknown, Record<string, unknown>>(document, variables));
      if (headers) budget?.note(headers);
      if (now) skewMs = (readDate(headers) ?? now()) - now();
      return data;
    } catch (error) {
      const failure = readLinearError(error);
      // Requests that are under way in parallel must not be followed by others.
      if (failure.kind === 'rate-limited')
        budget?.block(failure.resetAt ?? (now?.() ?? Number.POSITIVE_INFINITY) + (failure.retryAfterMs ?? Number.POSITIVE_INFINITY));
      throw failure;
    }
  }

  return {
    ask,
    requests: () => requests,
    clockSkewMs: () => skewMs,
    async fetchPage(query, variables) {
      const data = await ask(query.document, variables);
      return readPage(query, data);
    },
  };
}

/** The SDK takes an abort signal for a whole client only, so there is a client per request; it opens nothing. */
function makeSdkClient(options: LinearAuthorization & { apiUrl: string; signal: AbortSignal }): LinearSdkClient {
  try {
    return new LinearSdkClient({ ...options, redirect: 'error' });
  } catch (error) {
    // It refuses plain http except on this machine.
    throw new TrackerError('refused', error instanceof Error ? error.message : String(error));
  }
}

const connection = z.object({ nodes: z.array(z.unknown()), pageInfo });

/** `root` is a path: a connection inside one item is 'issue.history'. */
function readPage(query: LinearQuery<unknown>, data: unknown): LinearPage {
  const owner = query.root.split('.').reduce(fieldOf, data);
  const page = connection.safeParse(owner);
  if (!page.success)
    throw new TrackerError('transient', `the tracker's answer to ${query.name} has no ${query.root}: ${z.prettifyError(page.error)}`);
  const { nodes, pageInfo: info } = page.data;
  if (info.hasNextPage && !info.endCursor)
    throw new TrackerError('transient', `the tracker's answer to ${query.name} has more pages but does not say where`);
  return { items: nodes, endCursor: info.hasNextPage ? (info.endCursor ?? null) : null };
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}

function readDate(headers: Headers | undefined): number | null {
  const at = Date.parse(headers?.get('date') ?? '');
  return Number.isNaN(at) ? null : at;
}
