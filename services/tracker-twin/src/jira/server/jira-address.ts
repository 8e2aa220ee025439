import type { JiraSite } from '../site/jira-site.ts';

export interface Address {
  /** Below the context path and the gateway's. */
  readonly path: string;
  /** Below `/rest/api/{2,3}/`, or of the agile API with `agile/` before it; null where neither is asked. */
  readonly api: string | null;
  readonly query: URLSearchParams;
  readonly isGateway: boolean;
}

/** Cloud has versions 2 and 3, Data Center version 2 below its context path. */
export function readAddress(site: JiraSite, url: string): Address {
  const { pathname, searchParams: query } = new URL(url, 'http://twin');
  const gateway = `/ex/jira/${site.company.organization.id}`;
  const isGateway = site.isCloud && pathname.startsWith(`${gateway}/`);
  const prefix = isGateway ? gateway : (site.settings.contextPath ?? '');
  const path = pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : '';
  const versions = site.isCloud ? '2|3|latest' : '2|latest';
  const [, api] = new RegExp(`^/rest/api/(?:${versions})/(.+?)/?$`).exec(path) ?? [];
  const [, agile] = /^\/rest\/agile\/1\.0\/(.+?)\/?$/.exec(path) ?? [];
  return { path: path || pathname, api: api ?? (agile === undefined ? null : `agile/${agile}`), query, isGateway };
}
