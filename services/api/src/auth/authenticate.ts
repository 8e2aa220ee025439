import { parseCookie } from 'cookie';
import type { Request, RequestHandler, Response } from 'express';
import type { ApiContext } from '../context.ts';
import { forbidden, HttpProblem, unauthenticated } from '../http/http-problem.ts';
import { webHeaders } from './answer-sign-in.ts';
import { findPrincipalByKey } from './api-key.ts';
import { listScopes } from './check-access.ts';
import { findPrincipalOfAccount } from './find-principal-of-account.ts';
import { localSessionCookie } from './local-session.ts';
import { isLoopbackHost } from './loopback-host.ts';
import type { Asking, Principal } from './principal.ts';
import { changesNothing, isFromOwnPage } from './same-origin.ts';

/** Finds out who asks, by API key, by the session of an account or by the cookie of the local user; a 401 for everyone else. */
export function makeAuthenticate(context: ApiContext): RequestHandler {
  return async (request, response, next) => {
    const asking =
      request.headers.authorization === undefined ? await byCookie(request, response, context) : await byApiKey(request, context);
    if (!asking) throw unauthenticated();
    response.locals.asking = asking;
    response.setHeader('cache-control', 'private, no-cache');
    next();
  };
}

async function byApiKey({ headers }: Request, context: ApiContext): Promise<Asking | null> {
  const key = /^Bearer +([\x21-\x7e]{1,500})$/i.exec(headers.authorization ?? '')?.[1];
  const principal = key === undefined ? null : await findPrincipalByKey(context, key);
  return principal && { principal, account: null };
}

/** A cookie comes along by itself, so what it asks for must be shown to come from our own page. */
async function byCookie(request: Request, response: Response, context: ApiContext): Promise<Asking | null> {
  if (request.headers.cookie === undefined) return null;
  const asking = (await byAccount(request, response, context)) ?? (await byLocalSession(request, context));
  if (asking && !changesNothing(request)) refuseForgery(request);
  return asking;
}

async function byAccount(request: Request, response: Response, { accounts, database }: ApiContext): Promise<Asking | null> {
  const found = await accounts?.findAccount(webHeaders(request));
  if (!found) return null;
  for (const cookie of found.cookies) response.appendHeader('set-cookie', cookie);
  return { account: found.account, principal: await findPrincipalOfAccount(database, found.account) };
}

/** Of whoever sits at this machine. */
async function byLocalSession(request: Request, { localSignIn, now }: ApiContext): Promise<Asking | null> {
  const token = parseCookie(request.headers.cookie ?? '')[localSessionCookie];
  if (!localSignIn || token === undefined || !isLoopbackHost(request.headers.host)) return null;
  const session = await localSignIn.sessions.open(token, now());
  if (session?.organizationId !== localSignIn.organizationId) return null;
  const principal: Principal = {
    organizationId: session.organizationId,
    signedInBy: 'local_session',
    userId: null,
    name: 'You',
    role: 'owner',
    scopes: listScopes('owner'),
    actor: { kind: 'local_user', id: null, name: 'The local user' },
  };
  return { principal, account: null };
}

function refuseForgery(request: Request): void {
  if (!isFromOwnPage(request)) throw forbidden('With a session this can only be asked for by a page of Speedtax itself.');
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody && !request.is('json')) throw new HttpProblem(415, 'unsupported_media_type', 'The body must be JSON');
}
