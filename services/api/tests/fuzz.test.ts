import { listedEndpoints } from '@speedtax/contract';
import { workedExample } from '@speedtax/storage/testing/company-story';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, signUp } from './account-story.ts';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';
import { type Known, type Schema, valuesOf } from './values-of-schema.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { name: string; in: 'path' | 'query'; required?: boolean; schema: Schema }[];
  readonly requestBody?: { content: { 'application/json'?: { schema: Schema } } };
  readonly responses: Record<string, { content?: Record<string, unknown> }>;
}
interface OpenApi {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, Schema> };
}

const seed = 20_261_121;
const asksOfEach = 10;
/** Node itself refuses longer addresses. */
const longestText = 1_500;
const seconds = 1_000;
/** Signing out, in the middle of it. */
const notAsked = new Set(['deleteOtherSessions', 'deleteSession']);

let api: TestApi;
let ada: Person;
let document: OpenApi;
let known: Known;

beforeAll(async () => {
  api = await startTestApi(({ limits }) => ({
    limits: { ...limits, requestsPerMinute: 1e6, refusalsPerMinute: 1e6, streamMs: 20, streamPollMs: 5 },
  }));
  const story = await tellCompany(api.test, workedExample, 10);
  ada = await signUp(api, 'ada@example.com');
  document = (await (await fetch(`${api.url}/api/v1/openapi.json`)).json()) as OpenApi;
  const ids = [story.connectionId, story.syncId, story.idOf('initiative', 'Launch'), story.idOf('issue', 'a1'), story.idOf('team', 'A')];
  known = { components: document.components.schemas, ids: [...ids, story.idOf('team', 'B'), story.idOf('person', 'Ada')] };
});
afterAll(() => api.close());

/** One question to an operation, out of what its schemas take and what nobody should send. */
function questionsTo(path: string, { parameters = [], requestBody }: Operation) {
  const body = requestBody?.content['application/json']?.schema;
  const named = parameters.map(({ name, in: place, required, schema }) => {
    const value = valuesOf(schema, known).map((one) => ({ name, place, text: typeof one === 'string' ? one : JSON.stringify(one) }));
    return required ? value : fc.option(value, { nil: null });
  });
  return fc.record({ named: fc.tuple(...named), body: body ? valuesOf(body, known) : fc.constant(undefined) }).map((asked) => {
    const search = new URLSearchParams();
    let filled = path;
    for (const parameter of asked.named) {
      if (parameter?.place === 'query') search.append(parameter.name, shorten(parameter.text));
      // Nothing at all, or dots alone, would be another address.
      const segment = encodeURIComponent(shorten(parameter?.text ?? '').replace(/^\.*$/, ' '));
      if (parameter?.place === 'path') filled = filled.replace(`{${parameter.name}}`, () => segment);
    }
    return {
      path: search.size > 0 ? `${filled}?${search}` : filled,
      body: asked.body === undefined ? undefined : JSON.stringify(asked.body),
    };
  });
}

const shorten = (text: string) => text.toWellFormed().slice(0, longestText).toWellFormed();

describe('whatever is asked', () => {
  const asked = listedEndpoints.filter(({ name }) => !notAsked.has(name));

  it.each(asked.map((endpoint) => [endpoint.name, endpoint] as const))(
    'of %s is answered as the document says',
    async (_name, { method, path, access }) => {
      const operation = document.paths[path]?.[method];
      if (!operation) throw new Error(`The document has no ${method} ${path}`);
      await fc.assert(
        fc.asyncProperty(questionsTo(path, operation), async (question) => {
          const answer = await fetch(`${api.url}${question.path}`, {
            method: method.toUpperCase(),
            redirect: 'manual',
            headers: {
              ...(access === 'account' ? { cookie: ada.cookie(), 'sec-fetch-site': 'same-origin' } : keyHeader),
              ...(question.body !== undefined && { 'content-type': 'application/json' }),
            },
            ...(question.body !== undefined && { body: question.body }),
          });
          const text = await answer.text();
          const types = Object.keys(operation.responses[answer.status]?.content ?? {});
          const said = `${answer.status} ${text.slice(0, 300)}`;
          expect(answer.status, said).toBeLessThan(500 + (operation.responses[503] && answer.status === 503 ? 100 : 0));
          expect(Object.keys(operation.responses), said).toContain(String(answer.status));
          const type = answer.headers.get('content-type')?.split(';')[0];
          expect(types.length === 0 ? [null, undefined] : types, said).toContain(type);
          if (type === 'application/problem+json')
            expect(JSON.parse(text)).toMatchObject({ status: answer.status, code: expect.any(String) });
        }),
        { seed, numRuns: asksOfEach, endOnFailure: true },
      );
    },
    30 * seconds,
  );
});

const keyHeader = { authorization: 'Bearer speedtax_test_key_of_the_administrator' };
