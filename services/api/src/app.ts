import compression from 'compression';
import express, { type Express } from 'express';
import { makePastAnalyses } from './as-of/past-analyses.ts';
import { answerSignIn } from './auth/answer-sign-in.ts';
import { makeAuthenticate } from './auth/authenticate.ts';
import { makeLocalSignIn } from './auth/sign-in-locally.ts';
import type { ApiContext } from './context.ts';
import { makeDashboardProxy } from './dashboard/proxy.ts';
import { makeDataVersions } from './figures/data-versions.ts';
import { makeFigureCache } from './figures/figure-cache.ts';
import { limitRefusals, limitRequests } from './http/limit-requests.ts';
import { measureRequests } from './http/measure-requests.ts';
import { mountRoutes } from './http/mount-routes.ts';
import { makeProblemHandler } from './http/problem-handler.ts';
import { refuseUnknown } from './http/refuse-unknown.ts';
import { nameRequest } from './http/request-id.ts';
import { makeSecurityHeaders } from './http/security-headers.ts';
import { measureOperations } from './operations/measure-operations.ts';
import { healthRoutes, routes, webhookRoutes } from './routes/all-routes.ts';

/** The one public door: the API, health and metrics, and behind them the dashboard. */
export function makeApp(context: ApiContext): Express {
  const app = express();
  const routeContext = {
    ...context,
    past: makePastAnalyses(),
    kept: makeFigureCache(),
    versions: makeDataVersions(context),
    operations: measureOperations(context),
  };
  const { secureApi, secureDashboard } = makeSecurityHeaders(context.publicUrl?.startsWith('https:') ?? false);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', context.trustedProxies);
  app.use(nameRequest, measureRequests(context));

  app.use(['/healthz', '/readyz', '/metrics'], secureApi);
  app.use(mountRoutes(healthRoutes, routeContext, refuseUnknown));

  app.use(
    '/api',
    secureApi,
    limitRequests(context.limits),
    limitRefusals(context.limits),
    compression({ filter: isNotStream }),
    express.json({ limit: context.limits.bodyBytes, strict: false }),
  );
  app.use('/api/auth', answerSignIn(context), refuseUnknown);
  app.use(mountRoutes(routes, routeContext, makeAuthenticate(context)));
  // What is signed is the body as it was sent.
  app.use('/webhooks', secureApi, limitRequests(context.limits), express.raw({ type: () => true, limit: context.limits.webhookBytes }));
  app.use(mountRoutes(webhookRoutes, routeContext, refuseUnknown));
  app.use(['/api', '/webhooks'], refuseUnknown);

  app.use(secureDashboard, makeLocalSignIn(context), makeDashboardProxy(context));
  app.use(makeProblemHandler(context));
  return app;
}

/** A compressed stream would be held back until a block is full. */
function isNotStream(request: express.Request, response: express.Response): boolean {
  return !String(response.getHeader('content-type')).startsWith('text/event-stream') && compression.filter(request, response);
}
