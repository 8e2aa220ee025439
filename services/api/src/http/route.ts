import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '@speedtax/contract';
import type { Request, Response } from 'express';
import type { Account } from '../auth/accounts.ts';
import type { Principal } from '../auth/principal.ts';
import type { RouteContext } from '../context.ts';
import type { KeptJson } from './kept-json.ts';

/** What a handler is given: everything already parsed, and who asks (for which organization, or with which account). */
export interface Asked<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly principal: E['access'] extends 'public' | 'account' ? null : Principal;
  readonly account: E['access'] extends 'account' ? Account : null;
  readonly request: Request;
  readonly response: Response;
}

export interface Route {
  readonly endpoint: Endpoint;
  /** Answers with the body to send, or undefined after sending it itself. */
  readonly handle: (asked: Asked<Endpoint>, context: RouteContext) => Promise<unknown>;
}

/** An endpoint of the contract and what answers it. */
export function route<E extends Endpoint>(
  endpoint: E,
  handle: (asked: Asked<E>, context: RouteContext) => Promise<AnswerOf<E> | KeptJson<AnswerOf<E>>>,
): Route {
  return { endpoint, handle: handle as Route['handle'] };
}

/** An endpoint whose handler writes to the response itself. */
export function streamRoute<E extends Endpoint>(endpoint: E, handle: (asked: Asked<E>, context: RouteContext) => Promise<void>): Route {
  return { endpoint, handle: handle as Route['handle'] };
}
