import { randomBytes } from 'node:crypto';
import { sealSecret } from '@speedtax/runtime';
import { findWebhook, putWebhookSecret } from '@speedtax/storage/facts';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { generateCompany } from '@speedtax/tracker-twin';
import { writeJiraCredentials } from '@speedtax/trackers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepWebhooks } from '../src/webhooks/keep-webhooks.ts';
import { makeClock, makeWorkspace, serveJira, type Workspace } from './harness.ts';

const today = Date.parse('2026-11-20T12:00:00Z');
const dayMs = 86_400_000;
const company = generateCompany({ seed: 12, issues: 300, today, fits: 'jira' });
const app = { clientId: 'app', clientSecret: 'a-secret-of-the-app-long-enough-to-sign' };
let test: TestDatabase;

beforeAll(async () => {
  test = await makeTestDatabase();
});
afterAll(() => test?.close());

async function keep({ context }: Workspace): Promise<void> {
  await keepWebhooks({ ...context, publicUrl: 'https://speedtax.example/' });
}

async function giveSecret({ place, context }: Workspace): Promise<void> {
  const sealedFor = { organizationId: place.organizationId, rowId: place.connectionId };
  const sealed = await sealSecret(context.secretKeys, sealedFor, randomBytes(16).toString('hex'));
  await test.database.inOrganization(place.organizationId, (trx) => putWebhookSecret(trx, place, sealed));
}

const webhookOf = ({ place }: Workspace) => test.database.inOrganization(place.organizationId, (trx) => findWebhook(trx, place));

describe('a webhook of a Jira', () => {
  it('that ends after thirty days is renewed a week before', async () => {
    const clock = makeClock(today);
    const twin = await serveJira(company, clock, 'cloud', { credentials: { oauth: { ...app, refreshToken: 'first' } } });
    const workspace = await makeWorkspace(test, { url: twin.url, clock, jira: 'cloud' });
    const { organizationId, connectionId } = workspace.place;
    const credentials = writeJiraCredentials({
      kind: 'oauth',
      ...app,
      refreshToken: 'first',
      accessToken: null,
      expiresAt: 0,
      cloudId: company.organization.id,
      atlassian: { auth: twin.url, api: twin.url },
    });
    const sealed = await sealSecret(workspace.context.secretKeys, { organizationId, rowId: connectionId }, credentials);
    await test.database.inOrganization(organizationId, (trx) => sql`update connection set credentials = ${sealed}`.execute(trx));
    await giveSecret(workspace);
    await keep(workspace);
    const made = await webhookOf(workspace);
    expect(made).toMatchObject({ externalId: '1000', refusal: null, expiresAt: new Date(today + 30 * dayMs) });
    expect(twin.webhooks.all.map(({ url }) => url)).toEqual([`https://speedtax.example/webhooks/jira/${connectionId}`]);
    clock.advance(20 * dayMs);
    await keep(workspace);
    expect((await webhookOf(workspace))?.expiresAt).toEqual(made?.expiresAt);
    clock.advance(5 * dayMs);
    await keep(workspace);
    expect((await webhookOf(workspace))?.expiresAt).toEqual(new Date(today + 55 * dayMs));
    expect(twin.webhooks.all).toHaveLength(1);
    await twin.close();
  });

  it('that may not be made is asked for once a day, and the reason is kept', async () => {
    const clock = makeClock(today);
    const twin = await serveJira(company, clock, 'cloud', { isNoAdministrator: true });
    const workspace = await makeWorkspace(test, { url: twin.url, clock, jira: 'cloud' });
    await giveSecret(workspace);
    const asked = () => twin.ledger.entries.filter(({ name }) => name.includes('webhook')).length;
    for (let times = 0; times < 3; times += 1) await keep(workspace);
    expect([asked(), await webhookOf(workspace)]).toMatchObject([
      1,
      { externalId: null, refusal: 'You are not authorized to perform this action.' },
    ]);
    await twin.close();
  });
});
