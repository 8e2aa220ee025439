import type { Request } from 'express';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Did a page of our own send this? The browser says so itself; a request that says nothing is not believed. */
export function isFromOwnPage(request: Pick<Request, 'headers'>): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = request.headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

export const changesNothing = (request: Pick<Request, 'method'>): boolean => safeMethods.has(request.method);
