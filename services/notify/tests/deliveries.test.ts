import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Outbox, openOutbox, start } from './outbox.ts';
import { type HttpReceiver, type MailReceiver, startHttpReceiver, startMailReceiver } from './receivers.ts';

const minute = 60_000;
const signingSecret = `whsec_${Buffer.from('a key of a receiver in a test').toString('base64')}`;
let http: HttpReceiver;
let mail: MailReceiver;
let outbox: Outbox;

beforeEach(async () => {
  [http, mail] = await Promise.all([startHttpReceiver(), startMailReceiver()]);
  outbox = await openOutbox({ smtpUrl: mail.url });
});
afterEach(async () => {
  await outbox.close();
  await Promise.all([http.close(), mail.close()]);
});

const bodyOf = (k = 0) => JSON.parse(http.received[k]?.body ?? 'null');

describe('a message', () => {
  it('reaches Slack as blocks that name the initiative, its owner, what blocks, who holds it and how long that takes', async () => {
    const channel = await outbox.addChannel({ kind: 'slack', url: `${http.url}/services/T1` });
    await outbox.put(channel, { title: 'Queue <!channel> & *more*' });
    await outbox.deliver();
    const { text, blocks } = bodyOf();
    expect(text).toBe('Launch: 3 external blockers are open');
    const written = JSON.stringify(blocks);
    for (const part of [
      'Owned by Ada.',
      'PL-7',
      'CH-1',
      'Platform, with Bob, In progress',
      'half of such waits are over in 9 d, 85 % in 19 d (n = 41)',
      'and 2 more',
    ])
      expect(written).toContain(part);
    expect(written).toContain('<https://speedtax.example/initiatives/');
    expect(written).toContain('<https://tracker.example/PL-7|PL-7 Queue &lt;!channel&gt; &amp; *more* blocks CH-1>');
    expect(await outbox.log()).toEqual(['sent 200 ok']);
    expect(await outbox.attempts()).toEqual(['1 true 200 ok']);
  });

  it('reaches Teams as an adaptive card without markup', async () => {
    const channel = await outbox.addChannel({ kind: 'teams', url: `${http.url}/teams` });
    await outbox.put(channel, { title: '[click](https://evil.example)' });
    await outbox.deliver();
    const [attachment] = bodyOf().attachments;
    expect(attachment.contentType).toBe('application/vnd.microsoft.card.adaptive');
    const types = new Set(attachment.content.body.map(({ type }: { type: string }) => type));
    expect([...types]).toEqual(['RichTextBlock']);
    expect(JSON.stringify(attachment.content)).toContain('PL-7 [click](https://evil.example) blocks CH-1');
    expect(attachment.content.actions.map(({ title }: { title: string }) => title)).toEqual([
      'Open in Speedtax',
      'Open in the tracker',
      'All alerts',
    ]);
  });

  it('reaches a webhook signed, with no address of a person in it', async () => {
    const channel = await outbox.addChannel({ kind: 'webhook', url: `${http.url}/hook`, signingSecret });
    await outbox.put(channel);
    outbox.now = Date.now();
    await outbox.deliver();
    const [{ headers, body } = { headers: {}, body: '' }] = http.received;
    const verified = new Webhook(signingSecret).verify(body, headers as Record<string, string>);
    expect(verified).toMatchObject({
      type: 'alert.raised',
      data: { events: [{ kind: 'external_blockers', value: 3, subject: { name: 'Launch' } }] },
    });
    expect(body).not.toContain('@example.com');
    expect(() => new Webhook(signingSecret).verify(`${body} `, headers as Record<string, string>)).toThrow();
  });

  it('reaches a mailbox as plain text, whoever is meant', async () => {
    const fixed = await outbox.addChannel({ kind: 'email', address: 'team@example.com' });
    const concerned = await outbox.addChannel({ kind: 'email', address: null });
    await outbox.put(fixed, { title: 'a\r\nBcc: eve@example.com' });
    await outbox.put(concerned, { recipient: 'ada@example.com' });
    await outbox.put(concerned);
    await outbox.deliver();
    expect(mail.mails.map(({ to }) => to).sort()).toEqual([['ada@example.com'], ['team@example.com']]);
    expect(mail.mails[0]?.raw).toMatch(/^Subject: \[Speedtax\] Launch: 3 external blockers are open/m);
    expect(mail.mails[0]?.raw).toMatch(/^Message-ID: <[0-9a-f-]{36}@speedtax>/im);
    expect(mail.mails[0]?.raw).not.toMatch(/^Bcc:/m);
    expect((await outbox.log()).sort()).toEqual([
      'dead nobody to write to',
      expect.stringMatching(/^sent 250/),
      expect.stringMatching(/^sent 250/),
    ]);
  });

  it('can be a test, which says so', async () => {
    const channel = await outbox.addChannel({ kind: 'slack', url: http.url });
    await outbox.putTest(channel);
    await outbox.deliver();
    expect(bodyOf().text).toBe('Speedtax reaches this channel (Test)');
  });

  it('of a digest goes with all others of it, up to now', async () => {
    const channel = await outbox.addChannel({ kind: 'slack', url: http.url });
    const subscriptionId = randomUUID();
    for (const dueAt of [0, 0, 0, 60])
      await outbox.put(channel, { isDigest: true, subscriptionId, dueAt: new Date(start + dueAt * minute) });
    await outbox.put(channel, { isDigest: true, subscriptionId: randomUUID() });
    await outbox.deliver();
    expect(http.received.map((_, k) => bodyOf(k).text).sort()).toEqual(['3 alerts', 'Launch: 3 external blockers are open']);
    outbox.now = start + 60 * minute;
    await outbox.deliver();
    expect(http.received).toHaveLength(3);
  });

  it('that is not due yet is not sent', async () => {
    const channel = await outbox.addChannel({ kind: 'slack', url: http.url });
    await outbox.put(channel, { dueAt: new Date(start + minute) });
    await outbox.deliver();
    expect(await outbox.log()).toEqual(['waiting']);
  });
});

describe('a receiver that does not take a message', () => {
  it('for now is asked again later and later, and each answer is kept', async () => {
    const channel = await outbox.addChannel({ kind: 'slack', url: http.url });
    await outbox.put(channel);
    http.reply({ status: 503, body: 'busy' }, { status: 429, body: 'slow down', headers: { 'retry-after': '120' } });
    await outbox.deliver();
    expect(await outbox.log()).toEqual(['waiting 503 busy']);
    outbox.now = start + 29_999;
    await outbox.deliver();
    expect(http.received).toHaveLength(1);
    outbox.now = start + 30_000;
    await outbox.deliver();
    outbox.now = start + 30_000 + 2 * minute - 1;
    await outbox.deliver();
    expect(http.received).toHaveLength(2);
    outbox.now += 1;
    await outbox.deliver();
    expect(await outbox.log()).toEqual(['sent 200 ok']);
    expect(await outbox.attempts()).toEqual(['1 false 503 busy', '2 false 429 slow down', '3 true 200 ok']);
  });

  it('for good is not asked again', async () => {
    const channel = await outbox.addChannel({ kind: 'slack', url: http.url });
    await outbox.put(channel);
    http.reply({ status: 404, body: 'no_service' });
    await outbox.deliver();
    outbox.now += 24 * 60 * minute;
    await outbox.deliver();
    expect(await outbox.log()).toEqual(['dead 404 no_service']);
  });

  it('ten times is given up', async () => {
    const channel = await outbox.addChannel({ kind: 'slack', url: http.url });
    await outbox.put(channel);
    http.reply(...Array.from({ length: 12 }, () => ({ status: 500 })));
    for (let attempt = 0; attempt < 12; attempt++) {
      await outbox.deliver();
      outbox.now += 60 * minute;
    }
    expect(http.received).toHaveLength(10);
    expect(await outbox.log()).toEqual(['dead 500']);
  });

  it('is sent a webhook under the same id each time', async () => {
    const channel = await outbox.addChannel({ kind: 'webhook', url: http.url, signingSecret });
    await outbox.put(channel);
    http.reply({ status: 500 });
    await outbox.deliver();
    outbox.now += minute;
    await outbox.deliver();
    expect(new Set(http.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('as a mail server may for now or for good', async () => {
    const channel = await outbox.addChannel({ kind: 'email', address: 'team@example.com' });
    await outbox.put(channel);
    mail.refuse(451, 550);
    await outbox.deliver();
    expect(await outbox.log()).toEqual(['waiting 451 not now']);
    outbox.now += minute;
    await outbox.deliver();
    expect(await outbox.log()).toEqual(['dead 550 not now']);
  });

  it('with a redirect, or not at all, is not followed', async () => {
    const channel = await outbox.addChannel({ kind: 'slack', url: http.url });
    await outbox.put(channel);
    http.reply({ status: 302, headers: { location: 'http://127.0.0.1:1/' } });
    await outbox.deliver();
    expect(await outbox.log()).toEqual(['dead it answered with a redirect, which is not followed']);
    const closed = await startHttpReceiver();
    await closed.close();
    const gone = await outbox.addChannel({ kind: 'slack', url: closed.url });
    await outbox.put(gone);
    await outbox.deliver();
    expect(await outbox.log()).toContain('waiting it could not be reached: ECONNREFUSED');
  });
});

describe('an address inside', () => {
  it('is never reached, unless the installation allows it', async () => {
    const closed = await openOutbox({ allowPrivate: false });
    for (const url of [http.url, 'https://localhost/x', 'https://[::1]/x', 'https://10.0.0.1/x', 'https://169.254.169.254/latest']) {
      await closed.put(await closed.addChannel({ kind: 'slack', url }));
    }
    await closed.deliver();
    expect(new Set(await closed.log())).toEqual(
      new Set(['dead the address cannot be used: it must be https and lead to public addresses only']),
    );
    expect(http.received).toEqual([]);
    await closed.close();
  });
});

describe('a channel', () => {
  it('of a mailbox needs a mail server', async () => {
    const without = await openOutbox();
    await without.put(await without.addChannel({ kind: 'email', address: 'team@example.com' }));
    await without.deliver();
    expect(await without.log()).toEqual(['dead no mail server is set: SMTP_URL']);
    await without.close();
  });

  it('whose secret was moved to another row is not opened', async () => {
    const [one, other] = [
      await outbox.addChannel({ kind: 'slack', url: http.url }),
      await outbox.addChannel({ kind: 'slack', url: http.url }),
    ];
    await outbox.test.database.inOrganization(outbox.test.organizationId, async (trx) => {
      const { secret } = await trx.selectFrom('alert_channel').select('secret').where('id', '=', one).executeTakeFirstOrThrow();
      await trx.updateTable('alert_channel').set({ secret }).where('id', '=', other).execute();
    });
    await outbox.put(other);
    await outbox.deliver();
    expect(await outbox.log()).toEqual([expect.stringContaining('cannot be opened')]);
    expect(http.received).toEqual([]);
  });
});

describe('two processes at once', () => {
  it('send each message once', async () => {
    const channel = await outbox.addChannel({ kind: 'slack', url: http.url });
    for (let k = 0; k < 20; k++) await outbox.put(channel);
    await Promise.all([outbox.deliver(), outbox.deliver(), outbox.deliver()]);
    expect(http.received).toHaveLength(20);
    expect(new Set(await outbox.log())).toEqual(new Set(['sent 200 ok']));
  });
});
