import { createHmac, randomUUID } from 'node:crypto';
import type { Connection, Webhook } from '@speedtax/contract';
import { writeJiraCredentials } from '@speedtax/trackers';
import { SignJWT } from 'jose';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './test-api.ts';

const now = Date.parse('2026-01-11T00:00:00Z');
const clientSecret = 'the-secret-of-the-app-that-was-let-in';
let api: TestApi;
let linear: Connection;
let jira: Connection;

beforeAll(async () => {
  api = await startTestApi((base) => ({
    now: () => now,
    checkCredentials: async (asked) => {
      const checked = await base.checkCredentials(asked);
      if (!checked.ok || asked.provider === 'linear') return checked;
      const oauth = {
        kind: 'oauth' as const,
        clientId: 'app',
        clientSecret,
        refreshToken: 'r',
        accessToken: null,
        expiresAt: 0,
        cloudId: 'c',
      };
      return { ...checked, workspaceId: 'site', deployment: 'cloud' as const, credentials: writeJiraCredentials(oauth) };
    },
  }));
  const connect = async (body: object) =>
    (await (await send('/api/v1/connections', JSON.stringify(body), { 'content-type': 'application/json' })).json()) as Connection;
  linear = await connect({ provider: 'linear', name: 'Linear', apiKey: 'lin_api_good' });
  jira = await connect({ provider: 'jira', name: 'Jira', baseUrl: 'https://acme.example', email: 'a@b.c', apiToken: 't' });
  api.enqueued.length = 0;
});
afterAll(() => api.close());
afterEach(async () => {
  api.enqueued.length = 0;
  await api.test.database.inOrganization(api.test.organizationId, (trx) => sql`delete from sync_hint`.execute(trx));
});

const send = (path: string, body: string, headers: Record<string, string> = {}) => api.ask(path, { method: 'POST', body, headers });
const hmac = (secret: string, body: string) => createHmac('sha256', secret).update(body).digest('hex');
const linearSecret = 'lin_wh_secret_of_this_test';

async function listHints(): Promise<string[]> {
  const { rows } = await api.test.database.inOrganization(api.test.organizationId, (trx) =>
    sql<{
      hint: string;
    }>`select subject || ' ' || external_id || case when says_deleted then ' deleted' else '' end as hint from sync_hint order by 1`.execute(
      trx,
    ),
  );
  return rows.map(({ hint }) => hint);
}

const issueBody = (more: object = {}) =>
  JSON.stringify({ action: 'update', type: 'Issue', data: { id: 'issue-1', title: 'Ship it' }, webhookTimestamp: now, ...more });

function tellLinear(body: string, headers: Record<string, string> = {}): Promise<Response> {
  return send(`/webhooks/linear/${linear.id}`, body, {
    'content-type': 'application/json',
    'linear-signature': hmac(linearSecret, body),
    'linear-delivery': randomUUID(),
    ...headers,
  });
}

describe('a delivery of Linear', () => {
  beforeAll(async () => {
    const stored = await api.ask(`/api/v1/connections/${linear.id}/webhook`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: linearSecret }),
    });
    expect(stored.status).toBe(200);
  });

  it('leaves a hint to its issue and wakes the sync', async () => {
    const answer = await tellLinear(issueBody());
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'noted' }]);
    expect(await listHints()).toEqual(['issue issue-1']);
    expect(api.enqueued).toEqual([
      { name: 'sync.step', payload: { organizationId: api.test.organizationId, connectionId: linear.id, syncId: null } },
    ]);
    expect(await api.get<Webhook>(`/api/v1/connections/${linear.id}/webhook`)).toMatchObject({
      state: 'hears',
      lastDeliveryAt: new Date(now).toISOString(),
    });
  });

  it('that removes an issue says so', async () => {
    await tellLinear(issueBody({ action: 'remove' }));
    expect(await listHints()).toEqual(['issue issue-1 deleted']);
  });

  it('about a project hints at everything', async () => {
    await tellLinear(issueBody({ type: 'Project' }));
    expect(await listHints()).toEqual(['everything ']);
  });

  it('about something that no figure knows leaves nothing', async () => {
    expect((await tellLinear(issueBody({ type: 'Comment' }))).status).toBe(200);
    expect([await listHints(), api.enqueued]).toEqual([[], []]);
  });

  it('that comes again leaves nothing more', async () => {
    const again = { 'linear-delivery': randomUUID() };
    await tellLinear(issueBody(), again);
    await api.test.database.inOrganization(api.test.organizationId, (trx) => sql`delete from sync_hint`.execute(trx));
    api.enqueued.length = 0;
    const answer = await tellLinear(issueBody(), again);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'known' }]);
    expect([await listHints(), api.enqueued]).toEqual([[], []]);
  });

  it.each<[string, () => Promise<Response>, number]>([
    ['is not signed', () => send(`/webhooks/linear/${linear.id}`, issueBody()), 401],
    ['is signed with another secret', () => tellLinear(issueBody(), { 'linear-signature': hmac('another secret', issueBody()) }), 401],
    [
      'was changed on its way',
      () => tellLinear(issueBody({ data: { id: 'issue-2' } }), { 'linear-signature': hmac(linearSecret, issueBody()) }),
      401,
    ],
    ['is for a connection that is not there', () => send(`/webhooks/linear/${randomUUID()}`, issueBody()), 401],
    ['is for a connection of another tracker', () => send(`/webhooks/linear/${jira.id}`, issueBody()), 401],
    ['is a minute too old', () => tellLinear(issueBody({ webhookTimestamp: now - 61_000 })), 400],
    ['comes from the future', () => tellLinear(issueBody({ webhookTimestamp: now + 61_000 })), 400],
    ['does not say when it was sent', () => tellLinear(issueBody({ webhookTimestamp: undefined })), 400],
    ['is no JSON', () => tellLinear('{"action":'), 401],
    ['is longer than any change', () => tellLinear(issueBody({ padding: 'x'.repeat(5_000_000) })), 413],
    ['names no connection at all', () => send('/webhooks/linear/nobody', issueBody()), 400],
  ])('that %s changes nothing', async (_title, deliver, status) => {
    expect((await deliver()).status).toBe(status);
    expect([await listHints(), api.enqueued]).toEqual([[], []]);
  });
});

const jiraBody = (more: object = {}) =>
  JSON.stringify({ timestamp: now, webhookEvent: 'jira:issue_updated', issue: { id: '10100' }, ...more });
const linkBody = () =>
  jiraBody({ webhookEvent: 'issuelink_created', issue: undefined, issueLink: { id: 7, sourceIssueId: 11442, destinationIssueId: 11961 } });
const sign = (secret: string) =>
  new SignJWT({ iss: 'app' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(now / 1000 + 180)
    .sign(new TextEncoder().encode(secret));

describe('a delivery of Jira', () => {
  const address = () => `/webhooks/jira/${jira.id}`;
  let secret: string;
  beforeAll(async () => {
    secret = (await api.get<Webhook>(`/api/v1/connections/${jira.id}/webhook`)).secret as string;
  });

  it('signed as an administrator’s webhook is, leaves hints to both ends of a link', async () => {
    const headers = { 'x-hub-signature': `sha256=${hmac(secret, linkBody())}`, 'x-atlassian-webhook-identifier': randomUUID() };
    expect((await send(address(), linkBody(), headers)).status).toBe(200);
    expect(await listHints()).toEqual(['issue 11442', 'issue 11961']);
    expect(await (await send(address(), linkBody(), headers)).json()).toEqual({ status: 'known' });
  });

  it('with the token of the app that was let in leaves a hint', async () => {
    const body = jiraBody({ webhookEvent: 'jira:issue_deleted' });
    expect((await send(address(), body, { authorization: `Bearer ${await sign(clientSecret)}` })).status).toBe(200);
    expect(await listHints()).toEqual(['issue 10100 deleted']);
  });

  it('of a site that cannot sign is known by the address', async () => {
    expect((await send(`${address()}?token=${secret}`, jiraBody(), { authorization: '' })).status).toBe(200);
    expect(await listHints()).toEqual(['issue 10100']);
  });

  it('that comes half an hour late, as a retry does, is still heard', async () => {
    const body = jiraBody({ timestamp: now - 30 * 60_000 });
    expect((await send(address(), body, { 'x-hub-signature': `sha256=${hmac(secret, body)}` })).status).toBe(200);
  });

  it.each<[string, () => Promise<Response>, number]>([
    ['is signed with another secret', () => send(address(), jiraBody(), { 'x-hub-signature': `sha256=${hmac('no', jiraBody())}` }), 401],
    [
      'is signed wrongly although its address is right',
      () => send(`${address()}?token=${secret}`, jiraBody(), { 'x-hub-signature': 'sha256=00' }),
      401,
    ],
    [
      'brings a token of somebody else',
      async () => send(address(), jiraBody(), { authorization: `Bearer ${await sign('x'.repeat(40))}` }),
      401,
    ],
    ['brings a wrong token in its address', () => send(`${address()}?token=${secret}0`, jiraBody(), { authorization: '' }), 401],
    ['brings nothing', () => send(address(), jiraBody(), { authorization: '' }), 401],
    [
      'is two hours old',
      async () => send(address(), jiraBody({ timestamp: now - 7_200_000 }), { authorization: `Bearer ${await sign(clientSecret)}` }),
      400,
    ],
  ])('that %s changes nothing', async (_title, deliver, status) => {
    expect((await deliver()).status).toBe(status);
    expect([await listHints(), api.enqueued]).toEqual([[], []]);
  });
});

describe('whoever connects a tracker', () => {
  it('is told what to paste where', async () => {
    const [ofLinear, ofJira] = [
      await api.get<Webhook>(`/api/v1/connections/${linear.id}/webhook`),
      await api.get<Webhook>(`/api/v1/connections/${jira.id}/webhook`),
    ];
    expect(ofLinear.url).toMatch(new RegExp(`/webhooks/linear/${linear.id}$`));
    expect(ofLinear.secret).toBeNull();
    expect(ofJira.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(ofLinear.steps.length).toBeGreaterThan(1);
    expect(ofJira.steps.join(' ')).toContain('Issue link');
  });

  it('leaves no secret of a webhook readable in the database', async () => {
    const { rows } = await api.test.database.inOrganization(api.test.organizationId, (trx) =>
      sql<{ text: string }>`select webhook::text as text from webhook`.execute(trx),
    );
    expect(rows.map(({ text }) => text).join()).not.toContain(linearSecret);
  });
});
