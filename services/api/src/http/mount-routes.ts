import { type RequestHandler, Router } from 'express';
import { checkAccess } from '../auth/check-access.ts';
import { type Asking, noOne } from '../auth/principal.ts';
import type { RouteContext } from '../context.ts';
import { HttpProblem } from './http-problem.ts';
import { KeptJson } from './kept-json.ts';
import { parseInput } from './parse-input.ts';
import type { Route } from './route.ts';

/** Routes for the endpoints of the contract; a known path with another method is a 405. */
export function mountRoutes(routes: readonly Route[], context: RouteContext, authenticate: RequestHandler): Router {
  const router = Router({ strict: false });
  for (const [path, onPath] of groupByPath(routes)) {
    const at = router.route(path.replaceAll(/\{(\w+)\}/g, ':$1'));
    for (const each of onPath) {
      at[each.endpoint.method](...(each.endpoint.access === 'public' ? [] : [authenticate]), makeHandler(each, context));
    }
    at.all(refuseMethod(onPath));
  }
  return router;
}

function makeHandler({ endpoint, handle }: Route, context: RouteContext): RequestHandler {
  return async (request, response) => {
    const asking = (response.locals.asking ?? noOne) as Asking;
    checkAccess(asking, endpoint.access);
    if (endpoint.body && !request.is('json')) throw new HttpProblem(415, 'unsupported_media_type', 'The body must be JSON');
    const params = endpoint.params ? parseInput(endpoint.params, request.params) : {};
    const query = endpoint.query ? parseInput(endpoint.query, request.query) : {};
    const body = endpoint.body ? parseInput(endpoint.body, request.body) : undefined;

    const { asOf } = { ...(body as object), ...query } as { asOf?: string };
    const asked = { params, query, body, ...asking, request, response } as Parameters<Route['handle']>[0];
    const answer = await handle(asked, asOf === undefined ? context : { ...context, asOf });
    if (response.headersSent) return;
    if (endpoint.answer === null) response.status(endpoint.status).end();
    else if (endpoint.mediaType) response.status(endpoint.status).type(endpoint.mediaType).send(answer);
    else if (answer instanceof KeptJson) await answer.send(request, response);
    else response.status(endpoint.status).json(answer);
  };
}

function refuseMethod(onPath: readonly Route[]): RequestHandler {
  const allowed = onPath.map((each) => each.endpoint.method.toUpperCase()).join(', ');
  return (_request, response) => {
    response.setHeader('allow', allowed);
    throw new HttpProblem(405, 'method_not_allowed', `This address answers ${allowed} only`);
  };
}

function groupByPath(routes: readonly Route[]): Map<string, Route[]> {
  const groups = new Map<string, Route[]>();
  for (const each of routes) groups.set(each.endpoint.path, [...(groups.get(each.endpoint.path) ?? []), each]);
  return groups;
}
