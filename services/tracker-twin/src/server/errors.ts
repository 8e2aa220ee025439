import type { GraphQLError } from 'graphql';
import { MAX_QUERY_POINTS } from './limits.ts';

/** A refusal as Linear words it: an HTTP status and a body of errors. */
export interface Refusal {
  readonly status: number;
  readonly body: { readonly errors: readonly unknown[] };
}

export function refuseUnauthenticated(): Refusal {
  return refuse(401, 'Authentication required, not authenticated', {
    type: 'authentication error',
    code: 'AUTHENTICATION_ERROR',
    userPresentableMessage: 'You need to authenticate to access this operation.',
  });
}

export function refuseBearerKey(): Refusal {
  return refuse(
    401,
    "It looks like you're trying to use an API key as a Bearer token. Remove the Bearer prefix from the Authorization header.",
    { type: 'authentication error', code: 'AUTHENTICATION_ERROR' },
  );
}

export function refuseRateLimited(isTyped: boolean): Refusal {
  return refuse(400, 'Rate limit exceeded. Please try again later.', {
    code: 'RATELIMITED',
    ...(isTyped ? { type: 'ratelimited' } : {}),
    userPresentableMessage: 'Rate limit exceeded. Please try again later.',
  });
}

export function refuseTooComplex(points: number): Refusal {
  return refuse(400, 'Query too complex', {
    type: 'invalid input',
    code: 'INPUT_ERROR',
    userPresentableMessage: `The query costs ${points} points, at most ${MAX_QUERY_POINTS} are allowed.`,
  });
}

export function refuseMalformed(message: string): Refusal {
  return refuse(400, message, { type: 'invalid input', code: 'INPUT_ERROR' });
}

export function refuseInvalid(errors: readonly GraphQLError[]): Refusal {
  return {
    status: 400,
    body: {
      errors: errors.map((error) => ({
        ...error.toJSON(),
        extensions: { ...error.extensions, type: 'graphql error', code: 'GRAPHQL_VALIDATION_FAILED' },
      })),
    },
  };
}

function refuse(status: number, message: string, extensions: object): Refusal {
  const details = { statusCode: status, userError: true, ...extensions, http: { status } };
  return { status, body: { errors: [{ message, extensions: details }] } };
}
