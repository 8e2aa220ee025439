import type { z } from 'zod';

/** One thing the API answers: enough to route it, to parse what comes in, and to describe it in OpenAPI. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Parameters in braces, as OpenAPI writes them. */
  readonly path: `/${string}`;
  /** OpenAPI's operationId. */
  readonly name: string;
  readonly summary: string;
  /** Who may: `public` anybody, `account` whoever has a session, of an organization or not, `read` every signed-in one, `write` members, `admin` administrators. API keys need the scope of that name. */
  readonly access: 'public' | 'account' | 'read' | 'write' | 'admin';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly status: 200 | 201 | 202 | 204;
  /** Null: an answer without a body. */
  readonly answer: z.ZodType | null;
  /** `application/json` unless it says otherwise. */
  readonly mediaType?: string;
  /** Media types of files that a query may ask for instead. */
  readonly alsoAs?: readonly string[];
  /** Statuses beyond those that every endpoint of its access can answer with. */
  readonly refusals?: readonly (401 | 403 | 404 | 409 | 413 | 422 | 503)[];
}

export const endpoint = <const E extends Endpoint>(definition: E): E => definition;

export type ParamsOf<E extends Endpoint> = E extends { readonly params: infer P extends z.ZodType } ? z.infer<P> : Record<string, never>;
export type QueryOf<E extends Endpoint> = E extends { readonly query: infer Q extends z.ZodType } ? z.infer<Q> : Record<string, never>;
export type BodyOf<E extends Endpoint> = E extends { readonly body: infer B extends z.ZodType } ? z.infer<B> : undefined;
export type AnswerOf<E extends Endpoint> = E extends { readonly answer: infer A extends z.ZodType } ? z.infer<A> : undefined;
