import { existsSync, readFileSync } from 'node:fs';
import { generateCompany, type JiraRequest, type JiraTwin, startJiraTwin } from '@speedtax/tracker-twin';
import { Ajv, type ValidateFunction } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTracker, phaseOf, readPhase, twinCredentials } from './jira-reading.ts';
import { jiraDescription } from './recorded-jira.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
const isThere = existsSync(jiraDescription);
if (!isThere) console.warn(`skipped: the description of Jira's API is not at ${jiraDescription.pathname}`);

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: { readonly $ref: string } } } };
}

/** Everything the sync asks Cloud for, in one run through its plan. */
const asked: JiraRequest[] = [];
let twin: JiraTwin;

beforeAll(async () => {
  twin = await startJiraTwin({
    company: generateCompany({ seed: 5, issues: 60, today, fits: 'jira' }),
    deployment: 'cloud',
    credentials: twinCredentials,
    limits: 'off',
    now: () => today,
    onRequest: (request) => {
      asked.push(request);
      return undefined;
    },
  });
  const tracker = await openTracker({ url: twin.url, deployment: 'cloud', now: () => today });
  for (const { name, reading } of tracker.plan.filter((phase) => ['whole', 'pages', 'sweep'].includes(phase.reading)))
    await readPhase(tracker, phaseOf(tracker, name, reading === 'whole' ? undefined : 20));
  await readPhase(tracker, phaseOf(tracker, 'issues'), () => {}, today - 86_400_000);
  const { items } = await readPhase(tracker, phaseOf(tracker, 'issues'));
  const ids = items.map(({ id }) => id as string);
  await tracker.fetchPage(phaseOf(tracker, 'histories'), { ids });
  await tracker.fetchPage(phaseOf(tracker, 'unseen-issues'), { ids: ids.slice(0, 5) });
});
afterAll(() => twin.close());

describe.skipIf(!isThere)('what is asked of Jira Cloud', () => {
  const document = isThere ? JSON.parse(readFileSync(jiraDescription, 'utf8')) : { paths: {}, components: { schemas: {} } };
  const ajv = new Ajv({ strict: false, formats: { int32: true, int64: true } });
  if (isThere) ajv.addSchema({ $id: 'jira', components: document.components });
  const operationOf = ({ method, path }: JiraRequest): Operation | undefined => {
    const parts = `/rest/api/3/${path}`.split('/');
    const template = Object.keys(document.paths).find((one) => {
      const own = one.split('/');
      return own.length === parts.length && own.every((part, i) => part === parts[i] || part.startsWith('{'));
    });
    return template === undefined ? undefined : document.paths[template][method.toLowerCase()];
  };
  const api = () => asked.filter(({ name, path }) => name !== '' && !path.startsWith('/') && !path.startsWith('sprint/'));

  it('are things it has', () => {
    expect(new Set(api().map(({ name }) => name))).toEqual(
      new Set([
        'serverInfo',
        'myself',
        'field',
        'status',
        'issuetype',
        'issueLinkType',
        'priority',
        'project/search',
        'users/search',
        'search/jql',
        'search/approximate-count',
        'issue/bulkfetch',
        'changelog/bulkfetch',
      ]),
    );
    for (const request of api()) expect(operationOf(request), `${request.method} ${request.path}`).toBeDefined();
  });

  it('are questions of the shape it describes', () => {
    const posted = api().filter(({ method }) => method === 'POST');
    expect(posted.length).toBeGreaterThan(5);
    const checks = new Map<string, ValidateFunction | undefined>();
    for (const request of posted) {
      const schema = operationOf(request)?.requestBody?.content['application/json'].schema.$ref ?? '';
      if (!checks.has(schema)) checks.set(schema, ajv.getSchema(`jira${schema}`));
      const check = checks.get(schema);
      expect(check?.(request.body), `${request.name} ${JSON.stringify(check?.errors)}`).toBe(true);
    }
  });

  it('name only parameters it knows', () => {
    for (const request of api()) {
      const known = new Set((operationOf(request)?.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name));
      for (const name of request.query.keys()) expect(known, `${name} of ${request.path}`).toContain(name);
    }
  });

  it('never say where to start in a search, and always what to look for', () => {
    for (const { body } of api().filter(({ name }) => name === 'search/jql')) {
      expect(body).not.toHaveProperty('startAt');
      expect(body).toMatchObject({
        jql: expect.stringMatching(/^updated >= \d+ ORDER BY created (ASC|DESC), key (ASC|DESC)$/),
        fields: expect.any(Array),
      });
    }
  });
});
