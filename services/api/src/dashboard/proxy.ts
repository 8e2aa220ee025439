import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import type { ApiContext } from '../context.ts';
import { refuseUnknown } from '../http/refuse-unknown.ts';
import { startingPage } from './starting-page.ts';

const connectTimeoutMs = 60_000;

/** Passes pages on to the dashboard; while it is not up yet, a page says so and comes back by itself. */
export function makeDashboardProxy({ dashboardUrl }: Pick<ApiContext, 'dashboardUrl'>): RequestHandler {
  if (dashboardUrl === null) return refuseUnknown;
  return createProxyMiddleware({
    target: dashboardUrl,
    xfwd: true,
    proxyTimeout: connectTimeoutMs,
    on: { error: (_error, request, response) => answerStarting(request, response as ServerResponse) },
  }) as unknown as RequestHandler;
}

function answerStarting(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent || typeof response.writeHead !== 'function') {
    response.destroy?.();
    return;
  }
  const wantsPage = request.headers.accept?.includes('text/html') ?? false;
  response.writeHead(503, {
    'content-type': wantsPage ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '2',
  });
  response.end(wantsPage ? startingPage : 'The dashboard is starting.\n');
}
