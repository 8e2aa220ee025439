import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { failToStart, makeDataFolder, type Product, startProduct } from './product.ts';

const folder = makeDataFolder();
let product: Product;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ SPEEDTAX_DATA: folder.path }), openBrowser()]);
  page = await openPage();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  folder.remove();
});

describe('a newcomer who starts Speedtax on an empty folder', () => {
  it('is told each step and its time', () => {
    for (const step of ['Postgres, embedded', 'Tables', 'Queues on Postgres', 'Demo company synced', 'Dashboard']) {
      expect(product.output()).toMatch(new RegExp(`✓ ${step} +\\d+\\.\\d s`));
    }
  });

  it('sees at once what the company lost to waiting', async () => {
    await page.goto(product.url);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/lost [\d,.]+ issue-days to waiting/);
  });

  it('opens a cell of the team matrix down to the issues, intervals and links behind it', async () => {
    await page.goto(`${product.url}/dependencies`);
    const cells = page.locator('a[href*="/issues?"]');
    await cells.first().waitFor();
    expect(await cells.count()).toBeGreaterThan(3);
    await cells.first().click();
    await page.waitForURL(/\/issues\?/);
    const issue = page.locator('a[href*="/issues/"]').first();
    await issue.waitFor();
    await issue.click();
    await page.waitForURL(/\/issues\/[0-9a-f-]{36}/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('a[href^="https://linear.app/"]').count()).toBeGreaterThan(0);
  });

  it('meets no error in the console of the browser', () => expect(complaints).toEqual([]));

  it('is not let in from elsewhere without a key', async () => {
    expect((await fetch(`${product.url}/api/v1/teams`)).status).toBe(401);
  });

  it('finds everything again after Ctrl-C and a second start', async () => {
    const sentence = () => page.getByRole('heading', { level: 1 }).innerText();
    const range = '/?range=2025-10-01..2026-01-01';
    await page.goto(product.url + range);
    const before = await sentence();
    await page.close();
    expect(await product.interrupt()).toBe(0);
    await expect(fetch(product.url)).rejects.toThrow();

    product = await startProduct({ SPEEDTAX_DATA: folder.path });
    expect(product.output()).not.toContain('Demo company synced');
    page = await openPage();
    await page.goto(product.url + range);
    expect(await sentence()).toBe(before);
    expect(complaints).toEqual([]);
    expect(await product.interrupt()).toBe(0);
  });
});

describe('a start that cannot succeed', () => {
  it('names the port that is taken, and another one', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, output } = await failToStart({ PORT: String(port), SPEEDTAX_DATA: folder.path });
    other.close();
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} is taken by another program`);
    expect(output).toContain('PORT=');
  });

  it('names the folder it cannot write to', async () => {
    const file = join(folder.path, 'a file');
    writeFileSync(file, '');
    const { code, output } = await failToStart({ SPEEDTAX_DATA: join(file, 'data') });
    expect(code).toBe(1);
    expect(output).toContain(`cannot write to its data folder ${join(file, 'data')}`);
    expect(output).toContain('SPEEDTAX_DATA');
  });

  it('names the variable that is wrong', async () => {
    const { code, output } = await failToStart({ SPEEDTAX_DEMO: 'maybe', SPEEDTAX_DATA: folder.path });
    expect(code).toBe(1);
    expect(output).toContain('SPEEDTAX_DEMO is not usable');
  });
});

async function openPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const opened = await context.newPage();
  opened.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  opened.on('pageerror', (error) => complaints.push(String(error)));
  return opened;
}
