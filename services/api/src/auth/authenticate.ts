import { parseCookie } from 'cookie';
import type { Request, RequestHandler } from 'express';
import type { ApiContext } from '../context.ts';
import { forbidden, HttpProblem, unauthenticated } from '../http/http-problem.ts';
import { findPrincipalByKey } from './api-key.ts';
import { listScopes } from './check-access.ts';
import { localSessionCookie } from './local-session.ts';
import { isLoopbackHost } from './loopback-host.ts';
import type { Principal } from './principal.ts';
import { changesNothing, isFromOwnPage } from './same-origin.ts';

/** Finds out who asks, by API key or by the cookie of the local user; a 401 for everyone else. */
export function makeAuthenticate(context: ApiContext): RequestHandler {
  return async (request, response, next) => {
    const principal = request.headers.authorization === undefined ? await byCookie(request, context) : await byApiKey(request, context);
    if (!principal) throw unauthenticated();
    response.locals.principal = principal;
    response.setHeader('cache-control', 'private, no-cache');
    next();
  };
}

async function byApiKey({ headers }: Request, context: ApiContext): Promise<Principal | null> {
  const key = /^Bearer +([\x21-\x7e]{1,500})$/i.exec(headers.authorization ?? '')?.[1];
  return key === undefined ? null : findPrincipalByKey(context, key);
}

/** A cookie comes along by itself, so what it asks for must be shown to come from our own page, on this machine. */
async function byCookie(request: Request, { localSignIn, now }: ApiContext): Promise<Principal | null> {
  const token = parseCookie(request.headers.cookie ?? '')[localSessionCookie];
  if (!localSignIn || token === undefined || !isLoopbackHost(request.headers.host)) return null;
  const session = await localSignIn.sessions.open(token, now());
  if (session?.organizationId !== localSignIn.organizationId) return null;
  if (!changesNothing(request)) refuseForgery(request);
  return {
    organizationId: session.organizationId,
    signedInBy: 'local_session',
    userId: null,
    name: 'You',
    role: 'owner',
    scopes: listScopes('owner'),
    actor: { kind: 'local_user', id: null, name: 'The local user' },
  };
}

function refuseForgery(request: Request): void {
  if (!isFromOwnPage(request)) throw forbidden('With a session this can only be asked for by a page of Speedtax itself.');
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody && !request.is('json')) throw new HttpProblem(415, 'unsupported_media_type', 'The body must be JSON');
}
