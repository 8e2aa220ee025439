import type JiraApi from 'jira-client';
import pLimit from 'p-limit';
import type { RateBudget } from '../../rate-budget.ts';
import { TrackerError } from '../../tracker-error.ts';
import type { TrackerFetch } from '../../tracker-fetch.ts';
import type { Authorization, JiraSession } from '../access/open-session.ts';
import { getFrom, makeLibrary, type Query, sendTo } from './jira-library.ts';
import { type JiraReply, makeJiraRequest } from './jira-request.ts';
import { isLoginPage, loginPageError, readReply } from './read-reply.ts';

export interface JiraClientOptions {
  /** The site's root, with its context path; for OAuth the gateway to it. */
  readonly root: string;
  readonly session: JiraSession;
  readonly fetch: TrackerFetch;
  readonly signal?: AbortSignal | undefined;
  readonly budget: RateBudget;
  /** Our clock, epoch milliseconds. */
  readonly now: () => number;
}

type Method = (jira: JiraApi) => Promise<unknown>;
export type JiraApiVersion = '2' | '3';

/** HTTP and kinds of errors; knows nothing of what answers mean. Retries nothing: whoever asks decides. */
export interface JiraClient {
  /** Asks by a method of the library. @throws TrackerError */
  ask(method: Method): Promise<unknown>;
  /**
   * @param path below `/rest/api/…`
   * @param under another place, from the site's root
   * @throws TrackerError
   */
  get(path: string, query?: Query, under?: string): Promise<unknown>;
  /**
   * @param path below `/rest/api/…`
   * @param under another place, from the site's root
   * @throws TrackerError
   */
  post(path: string, body: unknown, under?: string): Promise<unknown>;
  /** @param path below `/rest/api/…` @throws TrackerError */
  put(path: string, body: unknown): Promise<unknown>;
  /** The same client, asking another version of the API. It begins with version 2, which every Jira has. */
  speaking(apiVersion: JiraApiVersion): JiraClient;
  /** Requests sent so far. */
  requests(): number;
  /** How far Jira's clock is ahead of ours (behind: negative), by its latest answer; 0 while it did not say. */
  clockSkewMs(): number;
}

/** Far below the hundred a second at which Jira begins to refuse; what is left of the budget narrows it further. */
const mostRequestsAtOnce = 8;

export function openJiraClient({ root, session, fetch, signal, budget, now }: JiraClientOptions): JiraClient {
  const request = makeJiraRequest(fetch, signal);
  const gate = pLimit(mostRequestsAtOnce);
  let requests = 0;
  let skewMs = 0;

  async function send(method: Method, apiVersion: JiraApiVersion, authorization: Authorization): Promise<JiraReply> {
    const blockedUntil = budget.blockedUntil(1);
    if (blockedUntil !== null) throw new TrackerError('rate-limited', 'Jira has asked to wait', { resetAt: blockedUntil });
    requests += 1;
    const reply = (await method(makeLibrary({ root, apiVersion, authorization, request }))) as JiraReply;
    if ('failure' in reply) return reply;
    budget.note(reply.headers);
    gate.concurrency = requestsAtOnce(budget.left());
    const date = Date.parse(reply.headers.get('date') ?? '');
    skewMs = Number.isNaN(date) ? 0 : date - now();
    return reply;
  }

  async function sendRenewed(method: Method, apiVersion: JiraApiVersion): Promise<JiraReply> {
    const authorization = await session.authorize();
    const reply = await send(method, apiVersion, authorization);
    const isRefused = 'status' in reply && reply.status === 401;
    if (!isRefused || !(await session.renew(authorization))) return reply;
    return send(method, apiVersion, await session.authorize());
  }

  async function ask(method: Method, apiVersion: JiraApiVersion): Promise<unknown> {
    const reply = await sendRenewed(method, apiVersion);
    // A gateway's page comes once; one that asks people to sign in comes whatever is asked.
    if (isLoginPage(reply)) {
      const again = await sendRenewed((jira) => jira.getCurrentUser(), apiVersion);
      throw loginPageError(isLoginPage(again) ? 'unauthorized' : 'transient');
    }
    try {
      return readReply(reply, now());
    } catch (error) {
      // Requests that are under way in parallel must not be followed by others.
      if (error instanceof TrackerError && error.kind === 'rate-limited') budget.block(now() + (error.retryAfterMs ?? unknownWaitMs));
      throw error;
    }
  }

  function speaking(apiVersion: JiraApiVersion): JiraClient {
    const askNow = (method: Method) => gate(ask, method, apiVersion);
    return {
      ask: askNow,
      get: (path, query = {}, under = undefined) => askNow((jira) => getFrom(jira, path, query, under)),
      post: (pathname, body, under = undefined) => askNow((jira) => sendTo(jira, { method: 'POST', pathname, body, under })),
      put: (pathname, body) => askNow((jira) => sendTo(jira, { method: 'PUT', pathname, body })),
      speaking,
      requests: () => requests,
      clockSkewMs: () => skewMs,
    };
  }

  return speaking('2');
}

/** Where Jira limits us without a word about how long. */
const unknownWaitMs = 1_000;

function requestsAtOnce(left: number): number {
  if (left > 0.5) return mostRequestsAtOnce;
  return left > 0.2 ? mostRequestsAtOnce / 2 : 1;
}
