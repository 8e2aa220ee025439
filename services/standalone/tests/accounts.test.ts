import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { makeDataFolder, type Product, startProduct } from './product.ts';

const folder = makeDataFolder();
const password = 'correct horse battery staple 7';
let product: Product;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  const environment = { SPEEDTAX_DATA: folder.path, SPEEDTAX_DEMO: '0', HOST: '0.0.0.0' };
  [product, browser] = await Promise.all([startProduct(environment), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.interrupt();
  folder.remove();
});

async function sitDown(): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function signUp(page: Page, name: string, email?: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  if (email) await page.getByLabel('E-mail address').first().fill(email);
  await page.getByLabel('Password').first().fill(password);
  await page.getByRole('button', { name: /^Make the account/ }).click();
  await page.waitForURL(`${product.url}/`);
}

describe('Speedtax that other machines reach', () => {
  let ada: Page;
  let link: string;

  it('says so, and signs nobody in by itself', async () => {
    expect(product.output()).toContain('everybody signs in with a password');
    ada = await sitDown();
    await ada.goto(product.url);
    await ada.waitForURL(/\/sign-in/);
    expect(await heading(ada).innerText()).toContain('Nobody has an account here yet');
  });

  it('makes the first account its owner, who invites somebody by a link', async () => {
    await signUp(ada, 'Ada', 'ada@example.com');
    await ada.goto(`${product.url}/settings/members`);
    expect(await heading(ada).innerText()).toContain('you are an owner');
    await ada.getByLabel('E-mail address').fill('ben@example.com');
    await ada.getByLabel('Role', { exact: true }).selectOption('viewer');
    await ada.getByRole('button', { name: 'Invite' }).click();
    link = await ada.getByRole('status').locator('code').innerText();
    expect(link).toContain('/invitation?token=');
  });

  it('lets the invited one join as what the invitation says, and do no more than that', async () => {
    const ben = await sitDown();
    await ben.goto(`${product.url}${new URL(link).pathname}${new URL(link).search}`);
    expect(await heading(ben).innerText()).toBe('Ada invites ben@example.com to My organization, as a viewer.');
    await signUp(ben, 'Ben');
    await ben.goto(`${product.url}/settings/members`);
    expect(await heading(ben).innerText()).toContain('you are a viewer');
    expect(await ben.getByRole('button', { name: 'Invite' }).count()).toBe(0);
    await ben.goto(`${product.url}/settings/api-keys`);
    expect(await heading(ben).innerText()).toContain('API keys are for administrators');
    expect(await ben.evaluate(() => fetch('/api/v1/audit').then((answer) => answer.status))).toBe(403);
  });

  it('keeps what was done in the audit log', async () => {
    await ada.goto(`${product.url}/settings/audit`);
    const did = await ada.locator('tbody tr').allInnerTexts();
    expect(did.some((row) => /Ada\s+invited member\s+ben@example\.com/.test(row))).toBe(true);
    expect(did.some((row) => /Ben\s+joined member/.test(row))).toBe(true);
  });

  it('signs out, and in again with the password only', async () => {
    await ada.getByRole('button', { name: /^Organization: / }).click();
    await ada.getByRole('button', { name: 'Sign out', exact: true }).click();
    await ada.waitForURL(/\/sign-in/);
    await ada.getByLabel('E-mail address').fill('ada@example.com');
    await ada.getByLabel('Password').fill('not this one at all');
    await ada.getByRole('button', { name: 'Sign in', exact: true }).click();
    await ada.getByText(/invalid email or password/i).waitFor();
    await ada.getByLabel('Password').fill(password);
    await ada.getByRole('button', { name: 'Sign in', exact: true }).click();
    await ada.waitForURL(`${product.url}/`);
  });

  it('meets no error in the console of a browser but the refusals it asked for', () => {
    expect(complaints.filter((text) => !/status of 40[13]/.test(text))).toEqual([]);
  });
});
