import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, RequestHandler } from 'express';
import type { ApiContext } from '../context.ts';
import { arrivalPage } from './arrival-page.ts';
import { localSessionCookie, localSessionMs } from './local-session.ts';
import { isLoopbackHost } from './loopback-host.ts';

/**
 * Gives whoever opens a page at this machine its session. The cookie is also added to this very request, so that the
 * first page the dashboard renders is already signed in.
 */
export function makeLocalSignIn({ localSignIn, now }: Pick<ApiContext, 'localSignIn' | 'now'>): RequestHandler {
  return async (request, response, next) => {
    if (localSignIn?.signsInPages && isPageHere(request) && !isOwnNavigation(request)) {
      response.set('cache-control', 'no-store').type('html').send(arrivalPage);
      return;
    }
    if (localSignIn?.signsInPages && isPageHere(request)) {
      const { organizationId, sessions } = localSignIn;
      const held = await sessions.open(parseCookie(request.headers.cookie ?? '')[localSessionCookie] ?? '', now());
      const isFresh = held?.organizationId === organizationId && held.expiresAt - now() > localSessionMs / 2;
      if (!isFresh) {
        const token = await sessions.seal(organizationId, now());
        response.appendHeader(
          'set-cookie',
          stringifySetCookie({
            name: localSessionCookie,
            value: token,
            httpOnly: true,
            sameSite: 'strict',
            path: '/',
            maxAge: localSessionMs / 1000,
          }),
        );
        request.headers.cookie = withCookie(request.headers.cookie, token);
      }
    }
    next();
  };
}

/** A page opened in a browser on this machine, under a name that is always this machine. */
function isPageHere({ method, headers }: Request): boolean {
  return method === 'GET' && isLoopbackHost(headers.host) && (headers.accept?.includes('text/html') ?? false);
}

/** Typed, bookmarked or linked from our own pages, not from another site. */
function isOwnNavigation({ headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'none' || site === 'same-origin';
}

function withCookie(header: string | undefined, token: string): string {
  const others = (header ?? '').split(/; */).filter((pair) => pair !== '' && !pair.startsWith(`${localSessionCookie}=`));
  return [...others, `${localSessionCookie}=${token}`].join('; ');
}
