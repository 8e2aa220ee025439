import { randomUUID } from 'node:crypto';
import { endpoints, type Problem } from '@speedtax/contract';
import { upsertRawItems } from '@speedtax/storage/facts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './test-api.ts';

const jiraId = randomUUID();
const linearId = randomUUID();
let api: TestApi;

const toDo = { id: '1', name: 'To Do', statusCategory: { id: 2, key: 'new' } };
const review = { id: '3', name: 'Review', statusCategory: { id: 4, key: 'indeterminate' } };
const dependency = { id: '7', name: 'Dependency', inward: 'is depended on by', outward: 'depends on' };
const task = { id: '20', name: 'Task', subtask: false, hierarchyLevel: 0 };

const issueOf = (id: number, project: { id: string; key: string }, links: object[] = []) => ({
  kind: 'jira-issue',
  externalId: String(id),
  payload: {
    id: String(id),
    key: `${project.key}-${id}`,
    fields: {
      summary: `Issue ${id}`,
      status: id === 1 ? toDo : review,
      issuetype: task,
      project: { ...project, name: `Project ${project.key}` },
      created: '2026-01-05T09:00:00.000+0000',
      updated: '2026-01-06T09:00:00.000+0000',
      labels: [],
      components: [],
      issuelinks: links,
    },
  },
});
const [apples, pears] = [
  { id: '100', key: 'APL' },
  { id: '101', key: 'PEA' },
];

beforeAll(async () => {
  api = await startTestApi();
  const { database, organizationId } = api.test;
  await database.inOrganization(organizationId, async (trx) => {
    for (const [id, provider] of [
      [jiraId, 'jira'],
      [linearId, 'linear'],
    ] as const)
      await trx
        .insertInto('connection')
        .values({
          organization_id: organizationId,
          id,
          provider,
          name: 'Ours',
          base_url: 'https://a.example',
          credentials: 'x',
          status: 'ready',
        })
        .execute();
    const words = [
      { kind: 'jira-status', externalId: '1', payload: toDo },
      { kind: 'jira-status', externalId: '3', payload: review },
      { kind: 'jira-link-type', externalId: '7', payload: dependency },
      { kind: 'jira-issue-type', externalId: '20', payload: task },
      ...[apples, pears].map((project) => ({ kind: 'jira-project', externalId: project.id, payload: { ...project, name: project.key } })),
    ];
    const link = { id: '900', type: dependency, outwardIssue: { id: '2', key: 'PEA-2', fields: { status: review, issuetype: task } } };
    const items = [...words, issueOf(1, apples, [link]), issueOf(2, pears), issueOf(3, pears)];
    await upsertRawItems(trx, { organizationId, connectionId: jiraId }, items, new Date());
    const state = { id: 'state-1', name: 'Parked', type: 'started', team: null };
    await upsertRawItems(
      trx,
      { organizationId, connectionId: linearId },
      [{ kind: 'Statuses', externalId: 'state-1', payload: state }],
      new Date(),
    );
  });
});
afterAll(() => api?.close());

const send = (method: string, id: string, rest: string, body: unknown) =>
  api.ask(`/api/v1/connections/${id}/mapping${rest}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function readMapping(id: string) {
  return endpoints.getConnectionMapping.answer.parse(await api.get(`/api/v1/connections/${id}/mapping`));
}

describe('the mapping of a Jira', () => {
  it('tells what comes of nothing chosen: teams are projects, phrases say who blocks whom', async () => {
    const { provider, mapping, effective, isApplied, outcome } = await readMapping(jiraId);
    expect({ provider, mapping, isApplied }).toEqual({ provider: 'jira', mapping: {}, isApplied: true });
    expect(effective).toMatchObject({ teams: { source: 'project' }, initiativeOwnerField: 'assignee' });
    expect(outcome).toMatchObject({ issues: 3, projects: 2 });
    expect(outcome.teams.map(({ externalId, issues }) => [externalId, issues])).toEqual([
      ['PEA', 2],
      ['APL', 1],
    ]);
    expect(outcome.statuses.map(({ name, category }) => [name, category])).toEqual([
      ['Review', 'started'],
      ['To Do', 'unstarted'],
    ]);
    expect(outcome.linkTypes).toMatchObject([
      { id: '7', blocks: 'inward', proposed: 'inward', links: 1, examples: ['PEA-2 blocks APL-1'] },
    ]);
  });

  it('is tried before it is chosen: nothing is stored', async () => {
    const answer = await send('POST', jiraId, '/preview', {
      teams: { groups: [{ name: 'Fruit', keys: ['APL', 'PEA'] }] },
      statuses: { 3: 'backlog' },
    });
    expect(answer.status).toBe(200);
    const preview = endpoints.previewConnectionMapping.answer.parse(await answer.json());
    expect(preview.teams.map(({ name, issues }) => [name, issues])).toEqual([['Fruit', 3]]);
    expect(preview.statuses.find(({ id }) => id === '3')).toMatchObject({ category: 'backlog', isDecided: true });
    expect((await readMapping(jiraId)).mapping).toEqual({});
    expect(api.enqueued).toEqual([]);
  });

  it('that is chosen is stored, and everything that was read is mapped again', async () => {
    const chosen = { statuses: { 3: 'backlog' }, initiativeLevel: 1 };
    const answer = await send('PUT', jiraId, '', chosen);
    expect(answer.status).toBe(202);
    const { syncId, mapping } = endpoints.putConnectionMapping.answer.parse(await answer.json());
    expect(mapping).toEqual(chosen);
    const { organizationId } = api.test;
    expect(api.enqueued.at(-1)).toEqual({ name: 'sync.step', payload: { organizationId, connectionId: jiraId, syncId } });
    expect(await api.get(`/api/v1/syncs/${syncId}`)).toMatchObject({ kind: 'remap', state: 'queued' });
    expect(await api.get(`/api/v1/connections/${jiraId}`)).toMatchObject({ status: 'syncing', latestSyncId: syncId });
    expect(await readMapping(jiraId)).toMatchObject({ mapping: chosen, isApplied: false });
  });

  it('that is chosen again before it was applied is applied once', async () => {
    const first = endpoints.putConnectionMapping.answer.parse(await (await send('PUT', jiraId, '', {})).json());
    const second = endpoints.putConnectionMapping.answer.parse(await (await send('PUT', jiraId, '', { statuses: { 1: 'triage' } })).json());
    expect(second.syncId).toBe(first.syncId);
    expect((await readMapping(jiraId)).mapping).toEqual({ statuses: { 1: 'triage' } });
  });

  it.each([
    ['a category that is none', { statuses: { 3: 'parked' } }, 'statuses.3'],
    ['a direction that is none', { linkTypes: { 7: { blocks: 'sideways' } } }, 'linkTypes.7'],
    ['a level below epics', { initiativeLevel: 0 }, 'initiativeLevel'],
    ['teams by nothing that is known', { teams: { source: 'colour' } }, 'teams'],
    ['something that cannot be chosen', { colour: 'red' }, 'colour'],
  ])('is refused with the name of what is wrong: %s', async (_what, choices, path) => {
    const before = await readMapping(jiraId);
    for (const [method, rest] of [
      ['PUT', ''],
      ['POST', '/preview'],
    ] as const) {
      const answer = await send(method, jiraId, rest, choices);
      expect(answer.status).toBe(400);
      const { errors } = (await answer.json()) as Problem;
      expect(errors?.map((error) => error.path).join()).toContain(path);
    }
    expect(await readMapping(jiraId)).toEqual(before);
  });
});

describe('the mapping of a Linear', () => {
  it('is the categories of its statuses', async () => {
    expect((await send('PUT', linearId, '', { statuses: { 'state-1': 'backlog' } })).status).toBe(202);
    const { outcome } = await readMapping(linearId);
    expect(outcome.statuses).toEqual([{ id: 'state-1', name: 'Parked', category: 'backlog', isDecided: true, issues: 0 }]);
  });

  it('is nothing else, and that is said', async () => {
    const answer = await send('PUT', linearId, '', { teams: { source: 'component' } });
    expect(answer.status).toBe(422);
    expect((await answer.json()) as Problem).toMatchObject({ code: 'mapping_not_supported', errors: [{ path: 'teams' }] });
  });
});

it('the mapping of a connection that is not there is a 404', async () => {
  const id = randomUUID();
  expect((await api.ask(`/api/v1/connections/${id}/mapping`)).status).toBe(404);
  expect((await send('PUT', id, '', {})).status).toBe(404);
  expect((await send('POST', id, '/preview', {})).status).toBe(404);
});
