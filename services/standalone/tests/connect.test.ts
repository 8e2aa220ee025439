import { generateCompany, type JiraTwin, startJiraTwin, startTwin, type Twin } from '@speedtax/tracker-twin';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { makeDataFolder, type Product, startProduct } from './product.ts';

const app = { clientId: 'speedtax-app', clientSecret: 'a-secret-of-the-app-long-enough-to-sign' };
const account = { email: 'ada@acme.example', apiToken: 'a-token' };
const folder = makeDataFolder();
let linear: Twin;
let jira: JiraTwin;
let linearByPage: Twin;
let jiraByPage: JiraTwin;
let product: Product;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const today = Date.now();
  const oauth = { ...app, refreshToken: 'first' };
  const common = { limits: 'off' as const, now: Date.now };
  // Four workspaces: each is connected once.
  const [a, b, c, d] = [21, 22, 23, 24].map((seed) => generateCompany({ seed, issues: 300, today, fits: 'jira' }));
  if (!a || !b || !c || !d) throw new Error('expected four companies');
  linear = await startTwin({ ...common, company: a, apiKeys: ['lin_api_wizard'] });
  jira = await startJiraTwin({ ...common, company: b, deployment: 'cloud', credentials: { basic: { [account.email]: account.apiToken } } });
  linearByPage = await startTwin({ ...common, company: c, apiKeys: [], oauth });
  jiraByPage = await startJiraTwin({ ...common, company: d, deployment: 'cloud', credentials: { oauth } });
  const linearUrl = new URL(linearByPage.url).origin;
  [product, browser] = await Promise.all([
    startProduct({
      SPEEDTAX_DATA: folder.path,
      SPEEDTAX_DEMO: '0',
      SPEEDTAX_ALLOW_PRIVATE_TRACKERS: '1',
      LINEAR_CLIENT_ID: app.clientId,
      LINEAR_CLIENT_SECRET: app.clientSecret,
      LINEAR_AUTHORIZE_URL: `${linearUrl}/oauth/authorize`,
      LINEAR_API_URL: linearUrl,
      JIRA_CLIENT_ID: app.clientId,
      JIRA_CLIENT_SECRET: app.clientSecret,
      ATLASSIAN_AUTH_URL: jiraByPage.url,
      ATLASSIAN_API_URL: jiraByPage.url,
    }),
    openBrowser(),
  ]);
  page = await browser.newPage();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.interrupt();
  for (const twin of [linear, jira, linearByPage, jiraByPage]) await twin?.close();
  folder.remove();
});

const headline = () => page.getByRole('heading', { level: 1 });

async function choose(tracker: string): Promise<void> {
  await page.goto(`${product.url}/connections`, { waitUntil: 'commit' });
  await page.getByRole('link', { name: 'Connect a tracker' }).click();
  await page.getByRole('link', { name: tracker }).click();
  await headline().filter({ hasText: 'Let Speedtax read' }).waitFor();
}

/** From the choice of what counts to the first figures, without a page that is loaded by hand. */
async function readToFirstFigures(): Promise<void> {
  await headline().filter({ hasText: 'has let us in' }).waitFor();
  await page.reload();
  await headline().filter({ hasText: 'has let us in' }).waitFor();
  await page.getByRole('checkbox').first().uncheck();
  await page.getByRole('button', { name: /^Read \d+ of \d+/ }).click();
  await page.getByRole('link', { name: 'See the first figures' }).waitFor({ timeout: 120_000 });
  expect(await headline().innerText()).toMatch(/projects become \d+ teams|nothing has to be mapped/);
}

describe('somebody who connects a tracker without having read anything about it', () => {
  it('is told the tracker’s own reason when a key is wrong, and goes on with a right one: Linear', async () => {
    await choose('Linear');
    await page.getByLabel('Name').fill('Linear by key');
    await page.getByLabel('API key').fill('lin_api_wrong');
    await page.getByText('Advanced').click();
    await page.getByLabel('GraphQL endpoint').fill(linear.url);
    await page.getByRole('button', { name: 'Connect Linear' }).click();
    expect(await page.locator('form').getByRole('alert').innerText()).toMatch(/authenticat/i);
    await page.getByLabel('API key').fill('lin_api_wizard');
    await page.getByRole('button', { name: 'Connect Linear' }).click();
    await readToFirstFigures();
  });

  it('gives an e-mail and an API token: Jira', async () => {
    await choose('Jira Cloud');
    await page.getByLabel('Name').fill('Jira by token');
    await page.getByLabel('Site').fill(jira.url);
    await page.getByLabel('E-mail of the account').fill(account.email);
    await page.getByLabel('API token').fill(account.apiToken);
    await page.getByRole('button', { name: 'Connect Jira' }).click();
    await readToFirstFigures();
  });

  it.each([
    ['Linear', 'Sign in at Linear'],
    ['Jira Cloud', 'Sign in at Atlassian'],
  ])('signs in on the page of %s and comes back', async (tracker, button) => {
    await choose(tracker);
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('link', { name: 'Allow' }).click();
    await readToFirstFigures();
  });

  it('is told that nobody was let in where it was denied', async () => {
    await choose('Linear');
    await page.getByRole('button', { name: 'Sign in at Linear' }).click();
    await page.getByRole('link', { name: 'Deny' }).click();
    await headline().filter({ hasText: 'You were not let in' }).waitFor();
  });

  it('sees four trackers that are read, lets one rest, and parts with another', async () => {
    await page.goto(`${product.url}/connections`);
    const block = (name: string) => page.locator('article').filter({ has: page.getByRole('heading', { name }) });
    await block('Jira by token').getByRole('button', { name: 'Pause' }).click();
    await block('Jira by token').getByText('paused').waitFor();
    await block('Linear by key').getByRole('button', { name: 'Disconnect…' }).click();
    await page.getByRole('button', { name: 'Delete everything' }).first().click();
    await block('Linear by key').waitFor({ state: 'detached' });
    expect(await page.locator('article').count()).toBe(3);
  });

  it('finds what is not known of each, with the way to mend it', async () => {
    await page.goto(`${product.url}/coverage`);
    expect(await headline().innerText()).toMatch(/are known without a gap/);
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(3);
  });
});
