import {
  extendZodWithOpenApi,
  OpenAPIRegistry,
  OpenApiGeneratorV31,
  type ResponseConfig,
  type RouteConfig,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { problem } from './common.ts';
import type { Endpoint } from './endpoint.ts';

extendZodWithOpenApi(z);

export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

/** The OpenAPI 3.1 document of these endpoints. */
export function makeOpenApiDocument(endpoints: readonly Endpoint[], version: string): OpenApiDocument {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'apiKey', { type: 'http', scheme: 'bearer' });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'speedtax.session_token',
    description: 'Set by signing in on the page; over https its name begins with `__Host-`.',
  });
  for (const each of endpoints) registry.registerPath(describeEndpoint(each));
  return new OpenApiGeneratorV31(registry.definitions, { sortComponents: 'alphabetically' }).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Speedtax',
      version,
      description:
        'What dependencies between teams cost. Times are ISO 8601 UTC; days are cut in the time zone of the organization, `to` exclusive; durations are integer milliseconds.',
    },
    servers: [{ url: '/' }],
  });
}

function describeEndpoint(endpoint: Endpoint): RouteConfig {
  const content = endpoint.answer && {
    [endpoint.mediaType ?? 'application/json']: { schema: endpoint.answer },
    ...Object.fromEntries((endpoint.alsoAs ?? []).map((mediaType) => [mediaType, { schema: z.string().meta({ format: 'binary' }) }])),
  };
  return {
    method: endpoint.method,
    path: endpoint.path,
    operationId: endpoint.name,
    summary: endpoint.summary,
    security: securityOf(endpoint.access),
    request: {
      ...(endpoint.params && { params: endpoint.params }),
      ...(endpoint.query && { query: endpoint.query }),
      ...(endpoint.body && { body: { required: true, content: { 'application/json': { schema: endpoint.body } } } }),
    },
    responses: {
      [endpoint.status]: { description: endpoint.summary, ...(content && { content }) },
      ...Object.fromEntries(refusalsOf(endpoint).map((status) => [status, refusal(status)])),
    },
  };
}

function securityOf(access: Endpoint['access']) {
  if (access === 'public') return [];
  return access === 'account' ? [{ session: [] }] : [{ apiKey: [] }, { session: [] }];
}

/** Every status with which an endpoint may refuse. */
export function refusalsOf(endpoint: Endpoint): number[] {
  const statuses = new Set<number>([429, 500, ...(endpoint.refusals ?? [])]);
  if (endpoint.params || endpoint.query || endpoint.body) statuses.add(400);
  if (endpoint.access !== 'public') statuses.add(401);
  if (endpoint.access !== 'public') statuses.add(403);
  if (endpoint.body) statuses.add(413).add(415);
  return [...statuses].sort((a, b) => a - b);
}

const refusalMeanings: Record<number, string> = {
  400: 'The request is malformed; `errors` names each bad field.',
  401: 'No valid API key or session.',
  403: 'Signed in, but not allowed to do this.',
  404: 'There is nothing with this id in the organization.',
  409: 'In the way of something under way.',
  413: 'The body is larger than 1 MB.',
  415: 'The body is not JSON.',
  422: 'Understood, but it cannot be done; `detail` says why, in the words of the tracker where it was the tracker that refused.',
  429: 'Too many requests; `Retry-After` says when to come back.',
  500: 'A fault on our side; `requestId` finds it in the log.',
  503: 'Not able to serve just now.',
};

function refusal(status: number): ResponseConfig {
  return { description: refusalMeanings[status] ?? 'Refused.', content: { 'application/problem+json': { schema: problem } } };
}
