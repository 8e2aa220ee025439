import { randomUUID } from 'node:crypto';
import { type Alert, type AlertRules, type Channel, endpoints, type Problem } from '@speedtax/contract';
import { insertAlert, insertAlertEvent, upsertAlertStates } from '@speedtax/storage/alerts';
import { at, type CompanyStory, type StoredStory } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootstrapApiKey } from '../src/auth/bootstrap-api-key.ts';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

/** Launch gains two external blockers on day 5 beside one from day 1; looked at on day 40. */
const story: CompanyStory = {
  teams: ['A', 'B'],
  people: [{ name: 'Ada', teams: ['A'] }],
  initiatives: [{ name: 'Launch', owner: 'Ada' }],
  projects: [{ name: 'Checkout', initiative: 'Launch' }],
  issues: [
    { key: 'a1', team: 'A', project: 'Checkout', statuses: [[0, 'started']] },
    { key: 'b1', team: 'B', statuses: [[1, 'started']] },
    {
      key: 'b2',
      team: 'B',
      statuses: [
        [5, 'started'],
        [20, 'completed'],
      ],
    },
    {
      key: 'b3',
      team: 'B',
      statuses: [
        [5, 'started'],
        [20, 'completed'],
      ],
    },
  ],
  links: [
    { blocker: 'b1', blocked: 'a1', from: 1 },
    { blocker: 'b2', blocked: 'a1', from: 5 },
    { blocker: 'b3', blocked: 'a1', from: 5 },
  ],
};

let api: TestApi;
let stored: StoredStory;
beforeAll(async () => {
  api = await startTestApi(() => ({ now: () => at(41).getTime() }));
  stored = await tellCompany(api.test, story, 40);
});
afterAll(() => api.close());

const send = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  api.ask(`/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
const launch = () => ({ kind: 'initiative', id: stored.idOf('initiative', 'Launch') });
const rules = async () => (await api.get<AlertRules>('/api/v1/alert-rules')).items;
const problemOf = async (answer: Response) => (await answer.json()) as Problem;

async function raise(): Promise<string> {
  const { organizationId, database } = api.test;
  const [rule] = await rules();
  const id = randomUUID();
  const subject = { subject_kind: 'initiative' as const, subject_id: launch().id, subject_name: 'Launch' };
  await database.inOrganization(organizationId, async (trx) => {
    await trx
      .updateTable('alert')
      .set({ closed_at: at(40), closed_because: 'cleared' })
      .where('closed_at', 'is', null)
      .execute();
    await insertAlert(trx, organizationId, {
      id,
      rule_id: rule?.id ?? '',
      kind: 'external_blockers',
      level: 3,
      within_days: 7,
      value: 3,
      raised_at: at(39),
      ...subject,
    });
    await insertAlertEvent(trx, organizationId, { alertId: id, kind: 'raised', at: at(39), value: 3 });
    const state = { phase: 'raised', turningSince: null, lows: [], quietEdges: [], toldEdges: [], snoozedUntil: null } as const;
    await upsertAlertStates(trx, organizationId, [{ ruleId: rule?.id ?? '', subjectId: launch().id, state }]);
  });
  return id;
}

describe('rules', () => {
  it('are two to begin with, which come back neither by themselves nor twice', async () => {
    const first = endpoints.listAlertRules.answer.parse(await api.get('/api/v1/alert-rules'));
    expect(first.items.map(({ kind, level, withinDays, on }) => [kind, level, withinDays, on]).sort()).toEqual([
      ['blocker_rise', 2, 7, true],
      ['external_blockers', 3, 7, true],
    ]);
    expect(first.watch).toEqual({ dataCutOff: null, lookedAt: null, unknownBecause: null });
    const rise = first.items.find(({ kind }) => kind === 'blocker_rise');
    expect((await send('DELETE', `/alert-rules/${rise?.id}`)).status).toBe(204);
    expect((await send('DELETE', `/alert-rules/${rise?.id}`)).status).toBe(404);
    expect((await rules()).map(({ kind }) => kind)).toEqual(['external_blockers']);
  });

  it('can be added for one initiative, changed and switched off', async () => {
    const made = await send('POST', '/alert-rules', { kind: 'stalled', level: 5, subject: launch() });
    expect(made.status).toBe(201);
    const rule = endpoints.createAlertRule.answer.parse(await made.json());
    expect(rule).toMatchObject({ kind: 'stalled', level: 5, subject: { name: 'Launch' }, on: true });
    const changed = await send('PATCH', `/alert-rules/${rule.id}`, { level: 9, on: false });
    expect(await changed.json()).toMatchObject({ level: 9, on: false, withinDays: 7 });
    expect((await send('DELETE', `/alert-rules/${rule.id}`)).status).toBe(204);
  });

  it.each([
    ['a kind that is not there', { kind: 'mood', level: 1 }, ['kind']],
    ['a level of nothing', { kind: 'stalled', level: 0 }, ['level']],
    ['a figure that teams do not have', { kind: 'stalled', level: 1, subject: { kind: 'team', id: randomUUID() } }, ['subject.kind']],
    ['an initiative that is not there', { kind: 'stalled', level: 1, subject: { kind: 'initiative', id: randomUUID() } }, ['subject.id']],
  ])('are refused for %s', async (_, body, paths) => {
    const answer = await send('POST', '/alert-rules', body);
    expect(answer.status).toBe(400);
    expect((await problemOf(answer)).errors?.map(({ path }) => path)).toEqual(paths);
  });

  it('that are changed end their open alerts', async () => {
    const id = await raise();
    const [rule] = await rules();
    await send('PATCH', `/alert-rules/${rule?.id}`, { level: 4 });
    const { items } = await api.get<{ items: Alert[] }>('/api/v1/alerts');
    expect(items.find((alert) => alert.id === id)).toMatchObject({
      closedBecause: 'rule_changed',
      events: [{ kind: 'raised' }, { kind: 'ended' }],
    });
  });
});

describe('a preview', () => {
  const preview = async (body: object) =>
    endpoints.previewAlertRule.answer.parse(await (await send('POST', '/alert-rules/preview', body)).json());

  it('tells what a rule would have fired in the last quarter', async () => {
    const found = await preview({ kind: 'external_blockers', level: 3 });
    const quarterHour = 15 / 24 / 60;
    expect(found).toEqual({
      from: at(-50).toISOString(),
      to: at(40).toISOString(),
      count: 1,
      unknownBecause: null,
      firings: [
        {
          subject: { ...launch(), name: 'Launch' },
          raisedAt: at(5 + quarterHour).toISOString(),
          clearedAt: at(20 + quarterHour).toISOString(),
          value: 3,
        },
      ],
    });
  });
  it('follows the level, the kind and whom it is about', async () => {
    expect((await preview({ kind: 'external_blockers', level: 4 })).count).toBe(0);
    expect((await preview({ kind: 'blocker_rise', level: 2, withinDays: 3 })).firings).toMatchObject([
      { value: 2, clearedAt: at(8 + 15 / 24 / 60).toISOString() },
    ]);
    expect((await preview({ kind: 'external_blockers', level: 3, subject: launch() })).count).toBe(1);
  });
  it('replays the tax of a team, midnight by midnight', async () => {
    // A's one issue is started on day 0 and waits from day 1 on: after two days half of it, after four three quarters.
    const { firings } = await preview({ kind: 'team_tax', level: 60, withinDays: 90 });
    expect(firings).toEqual([
      {
        subject: { kind: 'team', id: stored.idOf('team', 'A'), name: 'Team A' },
        raisedAt: at(3 + 15 / 24 / 60).toISOString(),
        clearedAt: null,
        value: 66.7,
      },
    ]);
    expect((await preview({ kind: 'team_tax', level: 99, withinDays: 90 })).count).toBe(0);
  });
  it('says where the past is not known', async () => {
    expect(await preview({ kind: 'date_conflict', level: 1 })).toMatchObject({
      count: 0,
      unknownBecause: expect.stringContaining('no history'),
    });
  });
});

describe('an alert', () => {
  it('is listed with what happened to it, open ones apart', async () => {
    const id = await raise();
    const page = endpoints.listAlerts.answer.parse(await api.get(`/api/v1/alerts?open=true&subjectId=${launch().id}`));
    expect(page.items).toMatchObject([{ id, value: 3, subject: { name: 'Launch' }, closedAt: null, events: [{ kind: 'raised' }] }]);
    expect((await api.get<{ items: Alert[] }>('/api/v1/alerts?open=false')).items.some((alert) => alert.id === id)).toBe(false);
    const first = await api.get<{ items: Alert[]; nextCursor: string }>('/api/v1/alerts?limit=1');
    const rest = await api.get<{ items: Alert[] }>(`/api/v1/alerts?limit=1&cursor=${first.nextCursor}`);
    expect(rest.items[0]?.id).not.toBe(first.items[0]?.id);
  });

  it('is taken note of, put off and put to rest', async () => {
    const id = await raise();
    const answer = async (body: object) => (await send('POST', `/alerts/${id}/answer`, body)).json();
    expect(await answer({ action: 'acknowledge' })).toMatchObject({ acknowledged: { at: at(41).toISOString() }, closedAt: null });
    expect(await answer({ action: 'snooze', until: at(50).toISOString() })).toMatchObject({ snoozedUntil: at(50).toISOString() });
    const stateOf = () =>
      api.test.database.inOrganization(api.test.organizationId, (trx) =>
        trx.selectFrom('alert_state').select('state').executeTakeFirstOrThrow(),
      );
    expect((await stateOf()).state).toMatchObject({ phase: 'raised', snoozedUntil: at(50).getTime() });
    expect(await answer({ action: 'resolve' })).toMatchObject({ closedBecause: 'resolved' });
    expect((await stateOf()).state).toMatchObject({ phase: 'known', snoozedUntil: null });
    expect((await send('POST', `/alerts/${id}/answer`, { action: 'resolve' })).status).toBe(409);
    expect((await send('POST', `/alerts/${randomUUID()}/answer`, { action: 'resolve' })).status).toBe(404);
  });

  it.each([at(40), at(500)])('is not put off until %s', async (until) => {
    const id = await raise();
    expect((await send('POST', `/alerts/${id}/answer`, { action: 'snooze', until: until.toISOString() })).status).toBe(400);
  });
});

describe('another organization', () => {
  it('neither sees, uses nor changes any of it', async () => {
    const alertId = await raise();
    const [rule] = await rules();
    const channel = (await (await send('POST', '/channels', { kind: 'email', name: 'Ours', address: null })).json()) as Channel;
    const theirs = randomUUID();
    await api.test.database.asSystem((trx) => trx.insertInto('organization').values({ id: theirs, name: 'Theirs' }).execute());
    await bootstrapApiKey(api.test.database, theirs, 'the_key_of_another_organization');
    const headers = { authorization: 'Bearer the_key_of_another_organization' };
    const asThem = (method: string, path: string, body?: object) => send(method, path, body, headers);
    for (const path of ['/alerts', '/channels', '/alert-subscriptions', '/deliveries'])
      expect(await (await asThem('GET', path)).json()).toMatchObject({ items: [] });
    expect(await (await asThem('GET', '/alert-rules')).text()).not.toContain(rule?.id);
    expect((await asThem('PATCH', `/alert-rules/${rule?.id}`, { level: 1 })).status).toBe(404);
    expect((await asThem('POST', `/alerts/${alertId}/answer`, { action: 'resolve' })).status).toBe(404);
    expect((await asThem('POST', '/alert-rules', { kind: 'stalled', level: 1, subject: launch() })).status).toBe(400);
    expect((await asThem('POST', '/alert-rules/preview', { kind: 'stalled', level: 1, subject: launch() })).status).toBe(400);
    expect((await asThem('POST', '/alert-subscriptions', { channelId: channel.id, timeZone: 'UTC' })).status).toBe(400);
    expect((await asThem('POST', `/channels/${channel.id}/test`)).status).toBe(404);
  });
});

describe('a connection that is deleted', () => {
  it('takes the alerts about its initiatives with it, and who they name', async () => {
    const alertId = await raise();
    expect((await send('DELETE', `/connections/${stored.connectionId}`)).status).toBe(204);
    expect((await api.get<{ items: Alert[] }>('/api/v1/alerts')).items.map(({ id }) => id)).not.toContain(alertId);
  });
});
