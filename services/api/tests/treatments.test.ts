import { randomUUID } from 'node:crypto';
import { endpoints, type Problem, type Treatment } from '@speedtax/contract';
import type { CompanyStory } from '@speedtax/storage/testing/company-story';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bootstrapApiKey } from '../src/auth/bootstrap-api-key.ts';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

const day = 86_400_000;
const path = '/api/v1/treatments';

/** A waits on B from day 0 to 10, and for two days after something was done about it on day 20. Looked at on day 40. */
const story: CompanyStory = {
  teams: ['A', 'B', 'C'],
  issues: [
    { key: 'a1', team: 'A', statuses: [[0, 'started']] },
    {
      key: 'b1',
      team: 'B',
      statuses: [
        [0, 'started'],
        [10, 'completed'],
      ],
    },
    {
      key: 'b2',
      team: 'B',
      statuses: [
        [25, 'started'],
        [27, 'completed'],
      ],
    },
    {
      key: 'c1',
      team: 'C',
      statuses: [
        [26, 'started'],
        [27, 'completed'],
      ],
    },
  ],
  links: [
    { blocker: 'b1', blocked: 'a1', from: 0 },
    { blocker: 'b2', blocked: 'a1', from: 25 },
    { blocker: 'c1', blocked: 'a1', from: 26 },
  ],
};

let api: TestApi;
let team: (name: string) => string;

const startStory = async () => {
  const started = await startTestApi(() => ({ now: () => Date.UTC(2026, 0, 1) + 40 * day + 1 }));
  return { started, stored: await tellCompany(started.test, story, 40) };
};

beforeAll(async () => {
  const { started, stored } = await startStory();
  api = started;
  team = (name) => stored.idOf('team', name);
});
afterAll(() => api.close());
afterEach(() => api.test.database.inOrganization(api.test.organizationId, (trx) => trx.deleteFrom('treatment').execute()));

const post = (body: object, headers: Record<string, string> = {}) =>
  api.ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const aOnB = (treatedOn: string, more: object = {}) => ({
  waitingTeamId: team('A'),
  blockingTeamId: team('B'),
  treatedOn,
  kind: 'interface',
  ...more,
});
async function mark(body: object): Promise<Treatment> {
  const answer = await post(body);
  expect(answer.status).toBe(201);
  return endpoints.createTreatment.answer.parse(await answer.json());
}
const list = async (query = '') => endpoints.listTreatments.answer.parse(await api.get(`${path}${query}`));

describe('a treatment', () => {
  it('is followed by proof: the pair before and after, in equally many days', async () => {
    const treatment = await mark(aOnB('2026-01-21', { note: 'B has an API now' }));
    expect(treatment).toMatchObject({ kind: 'interface', note: 'B has an API now', treatedOn: '2026-01-21' });
    expect(treatment.markedBy).not.toBe('');
    expect(treatment.proof).toEqual({
      state: 'measured',
      days: 20,
      before: {
        from: '2026-01-01',
        to: '2026-01-21',
        waitingMs: 10 * day,
        inPlayMs: 20 * day,
        share: 0.5,
        waits: 1,
        issues: 1,
        medianMs: 10 * day,
      },
      // Day 25 on B alone, day 26 half on C; B blocked for two days without a break.
      after: {
        from: '2026-01-21',
        to: '2026-02-10',
        waitingMs: 1.5 * day,
        inPlayMs: 20 * day,
        share: 0.075,
        waits: 1,
        issues: 1,
        medianMs: 2 * day,
      },
      changeMs: -8.5 * day,
    });
    expect((await list()).items).toEqual([treatment]);
  });

  it('proves nothing within fourteen days, and shows no days on the day itself', async () => {
    expect((await mark(aOnB('2026-01-29'))).proof).toMatchObject({ state: 'too_early', days: 12, changeMs: -1.5 * day });
    expect((await mark(aOnB('2026-02-10'))).proof).toEqual({ state: 'too_early', days: 0, before: null, after: null, changeMs: null });
  });

  it('looks at as many days as asked for', async () => {
    await mark(aOnB('2026-01-21'));
    const { items } = await list('?days=15');
    expect(items[0]?.proof).toMatchObject({ days: 15, before: { from: '2026-01-06', waitingMs: 5 * day }, after: { to: '2026-02-05' } });
  });

  it('is listed latest first, page by page, and by pair', async () => {
    for (const treatedOn of ['2026-01-02', '2026-01-20', '2026-01-11']) await mark(aOnB(treatedOn));
    await mark({ ...aOnB('2026-01-15'), blockingTeamId: team('C') });
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ treatedOn }) => treatedOn)).toEqual([
      '2026-01-20',
      '2026-01-15',
      '2026-01-11',
      '2026-01-02',
    ]);
    expect(second.nextCursor).toBeNull();
    const ofC = await list(`?waitingTeamId=${team('A')}&blockingTeamId=${team('C')}`);
    expect(ofC.items.map(({ treatedOn }) => treatedOn)).toEqual(['2026-01-15']);
  });

  it('can be forgotten, once', async () => {
    const { id } = await mark(aOnB('2026-01-21'));
    expect((await api.ask(`${path}/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await list()).items).toEqual([]);
    expect((await api.ask(`${path}/${id}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('goes with the connection of its teams', async () => {
    const { started, stored } = await startStory();
    const pair = { waitingTeamId: stored.idOf('team', 'A'), blockingTeamId: stored.idOf('team', 'B') };
    const body = JSON.stringify({ ...pair, treatedOn: '2026-01-21', kind: 'other' });
    const headers = { 'content-type': 'application/json' };
    expect((await started.ask(path, { method: 'POST', headers, body })).status).toBe(201);
    expect((await started.ask(`/api/v1/connections/${stored.connectionId}`, { method: 'DELETE' })).status).toBe(204);
    expect(await started.get(path)).toMatchObject({ items: [] });
    await started.close();
  });

  it.each([
    ['a team that is not there', () => ({ ...aOnB('2026-01-21'), blockingTeamId: randomUUID() }), ['blockingTeamId']],
    ['a team with itself', () => ({ ...aOnB('2026-01-21'), blockingTeamId: team('A') }), ['blockingTeamId']],
    ['a day to come', () => aOnB('2026-02-11'), ['treatedOn']],
    ['a day long ago', () => aOnB('1926-01-01'), ['treatedOn']],
    ['an unknown kind', () => aOnB('2026-01-21', { kind: 'magic' }), ['kind']],
  ])('is refused for %s', async (_, body, paths) => {
    const answer = await post(body());
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Problem).errors?.map((error) => error.path)).toEqual(paths);
  });

  it('is nothing that another organization sees, uses or deletes', async () => {
    const { id } = await mark(aOnB('2026-01-21'));
    const theirs = randomUUID();
    await api.test.database.asSystem((trx) => trx.insertInto('organization').values({ id: theirs, name: 'Theirs' }).execute());
    await bootstrapApiKey(api.test.database, theirs, 'the_key_of_another_organization');
    const headers = { authorization: 'Bearer the_key_of_another_organization' };
    expect(await (await api.ask(path, { headers })).json()).toMatchObject({ items: [] });
    expect((await api.ask(`${path}/${id}`, { method: 'DELETE', headers })).status).toBe(404);
    expect((await post(aOnB('2026-01-21'), headers)).status).toBe(400);
    const whatIf = await api.ask('/api/v1/what-if', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ merge: [[team('A'), team('B')]] }),
    });
    expect(whatIf.status).toBe(400);
    expect((await list()).items.map((treatment) => treatment.id)).toEqual([id]);
  });
});
