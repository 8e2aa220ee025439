import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { env, platform } from 'node:process';
import chromium, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * A headless Chromium that comes from npm with the libraries and fonts it needs: nothing has to be installed or
 * downloaded. It is made for Linux; elsewhere the Chrome of the machine is used.
 */
export async function openBrowser(): Promise<Browser> {
  if (platform !== 'linux') return playwright.launch({ channel: 'chrome' });
  const shipped = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  const executablePath = await chromium.executablePath();
  const libraries = join(await inflate(join(shipped, 'al2023.tar.br')), 'lib');
  return playwright.launch({
    executablePath,
    args: ['--no-sandbox', '--headless=shell', '--font-render-hinting=none'],
    env: {
      ...(env as Record<string, string>),
      LD_LIBRARY_PATH: [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: env.FONTCONFIG_PATH ?? join(dirname(executablePath), 'fonts'),
    },
  });
}
