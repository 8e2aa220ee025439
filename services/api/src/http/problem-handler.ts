import type { ErrorRequestHandler, Response } from 'express';
import type { ApiContext } from '../context.ts';
import { HttpProblem, presentProblem } from './http-problem.ts';
import { requestIdOf } from './request-id.ts';

/** Told in the log too: who tries doors shows up there. */
const refusals = new Set([401, 403, 429]);

/** Last in line: every error becomes a problem; what is not a refusal is logged and told without details. */
export function makeProblemHandler({ logger }: Pick<ApiContext, 'logger'>): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = problemOf(error);
    if (problem.status >= 500) logger.error({ err: error, requestId: requestIdOf(response), path: request.path }, 'request failed');
    if (refusals.has(problem.status)) {
      const { code, status } = problem;
      logger.info(
        { code, status, requestId: requestIdOf(response), method: request.method, path: request.path, address: request.ip },
        'refused',
      );
    }
    sendProblem(response, problem);
  };
}

export function sendProblem(response: Response, problem: HttpProblem): void {
  response.status(problem.status);
  response.setHeader('cache-control', 'no-store');
  if (problem.status === 401) response.setHeader('www-authenticate', 'Bearer');
  response.type('application/problem+json').send(JSON.stringify(presentProblem(problem, requestIdOf(response))));
}

function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  return bodyProblems[bodyErrorType(error)] ?? new HttpProblem(500, 'internal', 'Something went wrong on our side');
}

const bodyProblems: Record<string, HttpProblem> = {
  'entity.parse.failed': new HttpProblem(400, 'malformed_json', 'The body is not valid JSON', {
    errors: [{ path: '', message: 'Not valid JSON' }],
  }),
  'entity.too.large': new HttpProblem(413, 'body_too_large', 'The body is larger than 1 MB'),
  'charset.unsupported': new HttpProblem(415, 'unsupported_media_type', 'The body must be JSON in UTF-8'),
  'encoding.unsupported': new HttpProblem(415, 'unsupported_media_type', 'The encoding of the body is not supported'),
  'request.size.invalid': new HttpProblem(400, 'malformed_body', 'The body is shorter or longer than its Content-Length'),
  'url.malformed': new HttpProblem(400, 'malformed_url', 'The address cannot be decoded'),
  'request.aborted': new HttpProblem(400, 'malformed_body', 'The body ended early'),
};

/** body-parser tells its errors apart by `type`. */
function bodyErrorType(error: unknown): string {
  if (error instanceof URIError) return 'url.malformed';
  return typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
}
