import type { Deployment } from '../jira-settings.ts';
import { agileEndpoints } from './agile-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { issueEndpoints } from './issue-endpoints.ts';
import { peopleEndpoints } from './people-endpoints.ts';
import { projectEndpoints } from './project-endpoints.ts';
import { searchEndpoints } from './search-endpoints.ts';
import { siteEndpoints } from './site-endpoints.ts';
import { webhookEndpoints } from './webhook-endpoints.ts';

/** Words before places that vary, so that `project/search` is not a project. */
const ENDPOINTS = [
  siteEndpoints,
  peopleEndpoints,
  projectEndpoints,
  searchEndpoints,
  issueEndpoints,
  agileEndpoints,
  webhookEndpoints,
].flat();

export interface FoundEndpoint {
  readonly endpoint: Endpoint;
  readonly params: readonly string[];
}

/** The endpoint of a path below the API's own, such as `issue/10001/changelog`; undefined where the deployment has none. */
export function findEndpoint(deployment: Deployment, method: string, path: string): FoundEndpoint | undefined {
  const parts = path.split('/');
  for (const endpoint of ENDPOINTS) {
    if (endpoint.of !== undefined && endpoint.of !== deployment) continue;
    const [verb, route = ''] = endpoint.route.split(' ');
    const params = verb === method ? matchRoute(route.split('/'), parts) : null;
    if (params) return { endpoint, params };
  }
  return undefined;
}

/** Without its method and with the places that vary left as `:`, such as `issue/:/changelog`. */
export function nameOf({ route }: Endpoint): string {
  return route.split(' ')[1] ?? route;
}

function matchRoute(route: readonly string[], parts: readonly string[]): string[] | null {
  if (route.length !== parts.length) return null;
  const isMatch = route.every((part, place) => part === ':' || part === parts[place]);
  return isMatch ? parts.filter((_, place) => route[place] === ':').map(decodeURIComponent) : null;
}
