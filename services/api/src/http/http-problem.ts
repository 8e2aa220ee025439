import type { Problem } from '@speedtax/contract';

export type FieldError = NonNullable<Problem['errors']>[number];

/** A refusal that the caller is told about: becomes `application/problem+json`. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[] | undefined;

  constructor(status: number, code: string, title: string, more: { detail?: string; errors?: readonly FieldError[] } = {}) {
    super(more.detail ?? title);
    this.name = 'HttpProblem';
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = more.detail;
    this.errors = more.errors;
  }
}

export const badRequest = (errors: readonly FieldError[]): HttpProblem =>
  new HttpProblem(400, 'invalid_request', 'The request is malformed', { errors });

export const notFound = (what: string): HttpProblem => new HttpProblem(404, 'not_found', `There is no such ${what}`);

export const unauthenticated = (): HttpProblem =>
  new HttpProblem(401, 'unauthenticated', 'An API key is needed', { detail: 'Send `Authorization: Bearer <API key>`.' });

export const forbidden = (detail: string): HttpProblem => new HttpProblem(403, 'forbidden', 'Not allowed', { detail });

export function presentProblem(problem: HttpProblem, requestId: string): Problem {
  return {
    type: 'about:blank',
    title: problem.title,
    status: problem.status,
    code: problem.code,
    ...(problem.detail !== undefined && { detail: problem.detail }),
    ...(problem.errors && { errors: [...problem.errors] }),
    requestId,
  };
}
