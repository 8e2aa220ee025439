import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { openQueue } from '@speedtax/queue';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Outbox, openOutbox, secret } from './outbox.ts';
import { type HttpReceiver, startHttpReceiver } from './receivers.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const signingSecret = `whsec_${Buffer.from('a key of a receiver in a test').toString('base64')}`;
let http: HttpReceiver;
let outbox: Outbox;
let service: ChildProcess;

beforeEach(async () => {
  http = await startHttpReceiver();
  outbox = await openOutbox();
  // The tables of the queue are made before two processes want them.
  await (await openQueue({ databaseUrl: outbox.test.url, onError: () => {} })).close();
});
afterEach(async () => {
  service.kill('SIGKILL');
  await http.close();
  await outbox.close();
});

function startService(): void {
  const env = {
    PATH: '/usr/bin:/bin',
    DATABASE_URL: outbox.test.url,
    SPEEDTAX_SECRET: secret,
    SPEEDTAX_ALLOW_PRIVATE_TRACKERS: '1',
    LOG_LEVEL: 'warn',
  };
  service = spawn(execPath, [main], { env, stdio: ['ignore', 'inherit', 'inherit'] });
}

async function killService(): Promise<void> {
  const ended = once(service, 'exit');
  service.kill('SIGKILL');
  await ended;
}

describe('a notify service that is killed', () => {
  it('while Slack has a message has sent it once: it is listed as in doubt', async () => {
    await outbox.put(await outbox.addChannel({ kind: 'slack', url: http.url }));
    http.reply('silence');
    startService();
    await http.has(1);
    await killService();
    outbox.now = Date.now() + 119_000;
    await outbox.deliver();
    expect(await outbox.log()).toEqual(['sending']);
    outbox.now = Date.now() + 121_000;
    await outbox.deliver();
    expect(await outbox.log()).toEqual(['dead it was being sent when the process ended: nobody knows whether it arrived']);
    expect(http.received).toHaveLength(1);
  });

  it('while a webhook has a message sends it again under the same id, by which its receiver knows it', async () => {
    await outbox.put(await outbox.addChannel({ kind: 'webhook', url: http.url, signingSecret }));
    http.reply('silence');
    startService();
    await http.has(1);
    await killService();
    outbox.now = Date.now() + 121_000;
    await outbox.deliver();
    expect(await outbox.log()).toEqual(['sent 200 ok']);
    expect(new Set(http.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('before it came to a message has lost and doubled nothing: the next one sends it, once', async () => {
    const channel = await outbox.addChannel({ kind: 'slack', url: http.url });
    startService();
    await killService();
    for (let k = 0; k < 5; k++) await outbox.put(channel);
    startService();
    await http.has(5);
    await killService();
    await outbox.put(await outbox.addChannel({ kind: 'slack', url: `${http.url}/last` }));
    startService();
    await http.has(6);
    expect(http.received.filter(({ path }) => path === '/')).toHaveLength(5);
    expect(http.received.filter(({ path }) => path === '/last')).toHaveLength(1);
  });
});
