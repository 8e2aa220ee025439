import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { ApiLimits } from '../context.ts';
import { HttpProblem } from './http-problem.ts';

const windowMs = 60_000;

/** Keeps one address from taking the whole service. */
export function limitRequests({ requestsPerMinute }: ApiLimits): RequestHandler {
  return makeLimit(requestsPerMinute, () => false);
}

/** Keeps one address from trying keys. */
export function limitRefusals({ refusalsPerMinute }: ApiLimits): RequestHandler {
  return makeLimit(refusalsPerMinute, (status) => status !== 401);
}

function makeLimit(limit: number, isFree: (status: number) => boolean): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => isFree(response.statusCode),
    handler: () => {
      throw new HttpProblem(429, 'too_many_requests', 'Too many requests', { detail: `At most ${limit} a minute are answered.` });
    },
  });
}
