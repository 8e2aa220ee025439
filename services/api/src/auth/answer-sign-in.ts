import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from 'express';
import type { ApiContext } from '../context.ts';
import { forbidden, HttpProblem } from '../http/http-problem.ts';
import { requestIdOf } from '../http/request-id.ts';
import { addressHeader } from './better-auth-options.ts';
import { changesNothing, isFromOwnPage } from './same-origin.ts';

/** Headers that better-auth has a use for. */
const passedHeaders = ['cookie', 'origin', 'referer', 'user-agent', 'host', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'];

/** Everything below /api/auth: signing up, in and out, new passwords, and the way back from a provider. */
export function answerSignIn({ accounts, logger }: Pick<ApiContext, 'accounts' | 'logger'>): RequestHandler {
  return async (request, response, next) => {
    if (!accounts) return next();
    if (!changesNothing(request)) {
      if (!isFromOwnPage(request)) throw forbidden('Signing in is for pages of Speedtax itself.');
      if (!request.is('json')) throw new HttpProblem(415, 'unsupported_media_type', 'The body must be JSON');
    }
    const answer = await accounts.handle(toWebRequest(request, accounts.settings.publicUrl));
    if (!changesNothing(request)) {
      logger.info(
        { path: request.path, status: answer.status, requestId: requestIdOf(response), address: request.ip },
        'sign-in asked for',
      );
    }
    if (request.path === '/sign-out') response.set('clear-site-data', '"cache"');
    await send(response, answer);
  };
}

function toWebRequest(request: ExpressRequest, publicUrl: string): Request {
  const headers = webHeaders(request);
  const hasBody = !changesNothing(request);
  if (hasBody) headers.set('content-type', 'application/json');
  return new Request(new URL(request.originalUrl, publicUrl), {
    method: request.method,
    headers,
    ...(hasBody && { body: JSON.stringify(request.body ?? {}) }),
  });
}

/** What a request says of itself, and from which address it comes. */
export function webHeaders({ headers, ip }: ExpressRequest): Headers {
  const passed = new Headers();
  for (const name of passedHeaders) {
    const value = headers[name];
    if (typeof value === 'string') passed.set(name, value);
  }
  if (ip !== undefined) passed.set(addressHeader, ip);
  return passed;
}

async function send(response: ExpressResponse, answer: Response): Promise<void> {
  response.status(answer.status).set('cache-control', 'no-store');
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.set(name, value);
  for (const cookie of answer.headers.getSetCookie()) response.appendHeader('set-cookie', cookie);
  response.send(Buffer.from(await answer.arrayBuffer()));
}
