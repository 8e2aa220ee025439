import { listedEndpoints } from '@speedtax/contract';
import { workedExample } from '@speedtax/storage/testing/company-story';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { healthRoutes, routes, webhookRoutes } from '../src/routes/all-routes.ts';
import { type Person, signUp } from './account-story.ts';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

interface OpenApi {
  paths: Record<
    string,
    Record<string, { operationId: string; responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
  components: object;
}

let api: TestApi;
let document: OpenApi;
const examples: Record<string, string> = {};
const accountPaths = new Set<string>(listedEndpoints.filter(({ access }) => access === 'account').map(({ path }) => path));
let ada: Person;

beforeAll(async () => {
  api = await startTestApi();
  ada = await signUp(api, 'ada@example.com');
  const story = await tellCompany(api.test, workedExample, 10);
  Object.assign(examples, {
    '/api/v1/connections/{id}': story.connectionId,
    '/api/v1/connections/{id}/mapping': story.connectionId,
    '/api/v1/connections/{id}/webhook': story.connectionId,
    '/api/v1/connections/{id}/scope': story.connectionId,
    '/api/v1/syncs/{id}': story.syncId,
    '/api/v1/initiatives/{id}': story.idOf('initiative', 'Launch'),
    '/api/v1/initiatives/{id}/attestations': story.idOf('initiative', 'Launch'),
    '/api/v1/initiatives/{id}/blockers': story.idOf('initiative', 'Launch'),
    '/api/v1/initiatives/{id}/inputs': story.idOf('initiative', 'Launch'),
    '/api/v1/initiatives/{id}/timeline': story.idOf('initiative', 'Launch'),
    '/api/v1/issues/{id}/waits': story.idOf('issue', 'a1'),
  });
  document = (await (await fetch(`${api.url}/api/v1/openapi.json`)).json()) as OpenApi;
});
afterAll(() => api.close());

describe('the OpenAPI document', () => {
  it('describes every route that is answered, and nothing else', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const answered = [...healthRoutes, ...webhookRoutes, ...routes].map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`);
    expect(described.sort()).toEqual(answered.sort());
    expect(answered).toHaveLength(listedEndpoints.length);
  });

  it('names every operation once', () => {
    const names = listedEndpoints.map((each) => each.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is kept by what is answered', async () => {
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    const withoutExample: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      const schema = methods.get?.responses['200']?.content?.['application/json']?.schema;
      if (!schema) continue;
      if (path.includes('{id}') && !examples[path]) {
        withoutExample.push(path);
        continue;
      }
      const query = path === '/api/v1/issues' ? '?waiting=true&from=2026-01-01&to=2026-01-11' : '';
      const asked = `${path.replace('{id}', examples[path] ?? '')}${query}`;
      const answer = accountPaths.has(path) ? await ada.do('GET', asked) : await api.get(asked);
      const validate = ajv.compile({ ...schema, components: document.components });
      expect([path, validate(answer), validate.errors]).toEqual([path, true, null]);
    }
    expect(withoutExample).toEqual([]);
  });
});
