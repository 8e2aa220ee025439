import { speedTax } from '@speedtax/contract';
import {
  type Company,
  changeState,
  generateCompany,
  type Issue,
  type JiraTwin,
  startJiraTwin,
  startTwin,
  type Twin,
} from '@speedtax/tracker-twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installation, startInstallation } from './installation.ts';

const today = Date.parse('2026-11-20T15:30:00Z');
const range = '/speed-tax?from=2025-01-01&to=2026-12-01';
/** From the change in the tracker to the figure that an open page asks for when it hears of it. */
const mostMs = 2_000;

const account = { email: 'ada@acme.example', apiToken: 'a-token' };

const linear = async (company: Company, now: () => number) => {
  const twin = await startTwin({ company, apiKeys: ['lin_api_test'], limits: 'off', now });
  return { twin, connection: { provider: 'linear', apiKey: 'lin_api_test', baseUrl: twin.url } };
};
const cloud = async (company: Company, now: () => number) => {
  const twin = await startJiraTwin({
    company,
    deployment: 'cloud',
    credentials: { basic: { [account.email]: account.apiToken } },
    limits: 'off',
    now,
  });
  return { twin, connection: { provider: 'jira', baseUrl: twin.url, ...account } };
};
const server = async (company: Company, now: () => number) => {
  const credentials = { accessTokens: [account.apiToken] };
  const twin = await startJiraTwin({ company, deployment: 'data-center', credentials, limits: 'off', now, signsNoWebhooks: true });
  return { twin, connection: { provider: 'jira', baseUrl: twin.url, personalAccessToken: account.apiToken } };
};

describe.each([
  { tracker: 'Linear', serve: linear },
  { tracker: 'Jira Cloud', serve: cloud },
  { tracker: 'a Jira that signs nothing', serve: server },
])('a change in $tracker', ({ tracker, serve }) => {
  let company: Company;
  let twin: Twin | JiraTwin;
  let installation: Installation;

  beforeAll(async () => {
    company = generateCompany({ seed: 17, issues: 400, today, fits: 'jira' });
    const serveHere = async (one: Company, now: () => number) => {
      const served = await serve(one, now);
      twin = served.twin;
      return { connection: served.connection, close: () => served.twin.close() };
    };
    installation = await startInstallation(company, serveHere, { isLive: true });
  });
  afterAll(() => installation?.close());

  const completed = async () => speedTax.parse(await installation.get(range)).total.completed;
  const openIssues = (): Issue[] =>
    company.issues.all.filter(({ state, archivedAt, trashed }) => state.type === 'started' && archivedAt === null && !trashed);

  it('is heard of through a webhook that was made without anybody’s doing', () => {
    expect(twin.webhooks.all).toHaveLength(1);
  });

  it('is in the figures of an open page within two seconds', async () => {
    const versions = installation.listen();
    await versions.next();
    const tookMs: number[] = [];
    for (const issue of openIssues().slice(0, 6)) {
      const before = await completed();
      const began = performance.now();
      changeState(company, issue, 'completed', installation.now());
      for (let now = before; now === before; now = await completed()) await versions.next();
      tookMs.push(Math.round(performance.now() - began));
    }
    await versions.return(undefined);
    console.info(`${tracker}, from the change to the figure: ${tookMs.toSorted((a, b) => a - b).join(', ')} ms`);
    expect(tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length / 2)]).toBeLessThan(mostMs);
  });

  it('is told in deliveries that are all believed', async () => {
    await twin.webhooks.deliveries.settled();
    expect(new Set(twin.webhooks.deliveries.sent.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('that is told again, or by somebody else, changes nothing', async () => {
    const [told] = twin.webhooks.deliveries.sent;
    const before = await installation.get(range);
    const again = await fetch(told?.url ?? '', { method: 'POST', headers: told?.headers ?? {}, body: told?.body ?? '' });
    expect(await again.json()).toEqual({ status: 'known' });
    const forged = await fetch((told?.url ?? '').split('?')[0] ?? '', {
      method: 'POST',
      headers: { ...told?.headers, 'linear-signature': '00', 'x-hub-signature': 'sha256=00' },
      body: told?.body ?? '',
    });
    expect(forged.status).toBe(401);
    expect(await installation.get(range)).toEqual(before);
  });
});
