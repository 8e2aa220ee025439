import { randomUUID } from 'node:crypto';
import { type Channel, endpoints, type Problem } from '@speedtax/contract';
import { openSecret, readChannelSecret } from '@speedtax/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const send = (method: string, path: string, body?: object) =>
  api.ask(`/api/v1${path}`, { method, headers: { 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) });
const problemOf = async (answer: Response) => (await answer.json()) as Problem;

describe('channels', () => {
  it('are kept without their secrets being told again', async () => {
    const made = await send('POST', '/channels', { kind: 'webhook', name: 'Ours', url: 'https://hooks.example.com/a/secret' });
    expect(made.status).toBe(201);
    const channel = endpoints.createChannel.answer.parse(await made.json());
    expect(channel).toMatchObject({ target: 'hooks.example.com', signingSecret: expect.stringMatching(/^whsec_/) });
    const listed = await (await api.ask('/api/v1/channels')).text();
    expect(listed).not.toContain('/a/secret');
    expect(listed).not.toContain('whsec_');
    const { organizationId, database } = api.test;
    const { secret } = await database.inOrganization(organizationId, (trx) =>
      trx.selectFrom('alert_channel').select('secret').executeTakeFirstOrThrow(),
    );
    expect(secret).not.toContain('hooks.example.com');
    expect(readChannelSecret(await openSecret(api.context.secretKeys, { organizationId, rowId: channel.id }, secret))).toMatchObject({
      url: 'https://hooks.example.com/a/secret',
      signingSecret: channel.signingSecret,
    });
    const audit = await (await api.ask('/api/v1/audit')).text();
    expect(audit).toContain('channel.created');
    expect(audit).not.toContain('/a/secret');
    expect((await send('DELETE', `/channels/${channel.id}`)).status).toBe(204);
  });

  it.each([
    'http://hooks.example.com/x',
    'https://localhost/x',
    'https://10.0.0.1/x',
    'https://u:p@hooks.example.com/x',
    'https://[::1]/x',
  ])('are refused inside, or without https: %s', async (url) => {
    const answer = await send('POST', '/channels', { kind: 'slack', name: 'Ours', url });
    expect(answer.status).toBe(400);
    expect((await problemOf(answer)).errors?.map(({ path }) => path)).toEqual(['url']);
  });

  it('are tested by the outbox, and what was given up is sent again', async () => {
    const channel = (await (await send('POST', '/channels', { kind: 'email', name: 'Mail', address: null })).json()) as Channel;
    const tested = await send('POST', `/channels/${channel.id}/test`);
    expect(tested.status).toBe(202);
    const { deliveryId } = endpoints.testChannel.answer.parse(await tested.json());
    expect(api.enqueued.at(-1)).toEqual({ name: 'notify.deliver', payload: { organizationId: api.test.organizationId } });
    const delivery = async () =>
      endpoints.listDeliveries.answer.parse(await api.get(`/api/v1/deliveries?deliveryId=${deliveryId}`)).items[0];
    expect(await delivery()).toMatchObject({ state: 'waiting', about: null, channelName: 'Mail', attempts: [] });
    expect((await send('POST', `/deliveries/${deliveryId}/retry`)).status).toBe(404);
    await api.test.database.inOrganization(api.test.organizationId, (trx) =>
      trx.updateTable('alert_delivery').set({ state: 'dead', answer: '410 gone' }).execute(),
    );
    expect((await api.get<{ items: unknown[] }>('/api/v1/deliveries?state=dead')).items).toHaveLength(1);
    expect(await (await send('POST', `/deliveries/${deliveryId}/retry`)).json()).toMatchObject({ state: 'waiting' });
    await send('DELETE', `/channels/${channel.id}`);
  });
});

describe('a subscription', () => {
  it('says what a channel is told, and when, by the clock of its receiver', async () => {
    const channel = (await (await send('POST', '/channels', { kind: 'email', name: 'Mail', address: null })).json()) as Channel;
    const body = {
      channelId: channel.id,
      timeZone: 'Europe/Berlin',
      quietHours: { from: '22:00', to: '07:30' },
      digestAt: '08:00',
      tells: ['raised', 'freed'],
    };
    const made = await send('POST', '/alert-subscriptions', body);
    expect(made.status).toBe(201);
    const { id } = endpoints.createSubscription.answer.parse(await made.json());
    const listed = endpoints.listSubscriptions.answer.parse(await api.get('/api/v1/alert-subscriptions'));
    expect(listed.items).toEqual([{ id, ruleId: null, subjectId: null, ...body }]);
    expect((await send('DELETE', `/alert-subscriptions/${id}`)).status).toBe(204);
    expect((await send('DELETE', `/alert-subscriptions/${id}`)).status).toBe(404);
    for (const [change, path] of [
      [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
      [{ channelId: randomUUID() }, 'channelId'],
      [{ ruleId: randomUUID() }, 'ruleId'],
      [{ subjectId: randomUUID() }, 'subjectId'],
      [{ digestAt: '25:00' }, 'digestAt'],
      [{ tells: [] }, 'tells'],
    ] as const) {
      const answer = await send('POST', '/alert-subscriptions', { ...body, ...change });
      expect([answer.status, (await problemOf(answer)).errors?.map((error) => error.path)]).toEqual([400, [path]]);
    }
    await send('DELETE', `/channels/${channel.id}`);
  });
});
