import type { RequestHandler } from 'express';
import type { ApiContext } from '../context.ts';

/** Counts and times answers by method, route and status. Routes, not addresses: ids would make a series each. */
export function measureRequests({ metrics }: Pick<ApiContext, 'metrics'>): RequestHandler {
  const seconds = metrics.seconds('speedtax_http_request_seconds', 'Duration of answers, by route', ['method', 'route', 'status']);
  return (request, response, next) => {
    const stop = seconds.startTimer();
    response.once('finish', () => {
      const route = typeof request.route?.path === 'string' ? request.route.path : 'other';
      stop({ method: request.method, route, status: String(response.statusCode) });
    });
    next();
  };
}
