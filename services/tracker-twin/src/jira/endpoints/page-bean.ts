import type { JiraRequest } from '../server/jira-request.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { readNumber } from './read-params.ts';

/** A page of a list by its offset, as most of Jira's lists are paged. */
export function pageOf<T>(site: JiraSite, request: JiraRequest, all: readonly T[], { size = 50, most = 100 } = {}) {
  const startAt = readNumber(request, 'startAt', 0);
  const maxResults = readNumber(request, 'maxResults', size, most);
  const values = all.slice(startAt, startAt + maxResults);
  const next = startAt + values.length;
  const isLast = next >= all.length;
  const self = (from: number) => `${site.baseUrl}/rest/api/3/${request.path}?maxResults=${maxResults}&startAt=${from}`;
  return { self: self(startAt), ...(!isLast && { nextPage: self(next) }), maxResults, startAt, total: all.length, isLast, values };
}
