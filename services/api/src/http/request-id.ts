import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

/** Gives each request an id that its answer and its log lines carry. */
export const nameRequest: RequestHandler = (_request, response, next) => {
  const requestId = randomUUID();
  response.locals.requestId = requestId;
  response.setHeader('x-request-id', requestId);
  next();
};

export const requestIdOf = (response: Response): string => String(response.locals.requestId);
