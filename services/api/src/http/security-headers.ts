import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Router } from 'express';
import helmet from 'helmet';

const nonceBytes = 16;
const yearSeconds = 31_536_000;

/** @param isHttps people open Speedtax by https, and their browsers shall insist on it. Plain http on one machine must not teach them that for localhost. */
export function makeSecurityHeaders(isHttps: boolean) {
  const shared = {
    strictTransportSecurity: isHttps && { maxAge: yearSeconds },
    crossOriginOpenerPolicy: true,
    referrerPolicy: { policy: 'no-referrer' },
  } as const;

  /** Answers of the API are data: nothing in them may run, be framed or be read by another origin. */
  const secureApi = helmet({
    ...shared,
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  });

  /** Pages load from their own origin only. Next.js puts its data into inline scripts: those with this answer's nonce run, no others. */
  const secureDashboard = Router().use(
    (request, response, next) => {
      response.locals.nonce = randomBytes(nonceBytes).toString('base64');
      // Next.js looks here for the nonce to write.
      request.headers['content-security-policy'] = `script-src ${nonceOf(request, response)}`;
      next();
    },
    helmet({
      ...shared,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", nonceOf],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
    }),
  );
  return { secureApi, secureDashboard };
}

const nonceOf = (_request: IncomingMessage, response: ServerResponse): string =>
  `'nonce-${(response as unknown as { locals: { nonce: string } }).locals.nonce}'`;
