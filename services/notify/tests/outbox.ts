import { randomUUID } from 'node:crypto';
import {
  type ChannelSecret,
  makeGuardedFetch,
  makeLogger,
  makeMetrics,
  makeSecretKeys,
  sealSecret,
  writeChannelSecret,
} from '@speedtax/runtime';
import type { AlertMessage } from '@speedtax/storage';
import {
  insertAlert,
  insertAlertChannel,
  insertAlertEvent,
  insertAlertRule,
  insertDeliveries,
  listAttempts,
  listDeliveries,
} from '@speedtax/storage/alerts';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { makeSendMail } from '../src/channels/make-send-mail.ts';
import type { NotifyContext } from '../src/context.ts';
import { makeDeliverer } from '../src/deliver/deliver-due.ts';

export const secret = 'a secret that is used in tests only and long enough';
export const start = Date.UTC(2026, 5, 10, 12);
const secretKeys = makeSecretKeys(secret);

const issue = (key: string, title = `About ${key}`) => ({
  id: randomUUID(),
  key,
  title,
  url: `https://tracker.example/${key}`,
  teamName: 'Platform',
  statusName: 'In progress',
  assignee: { name: 'Bob', email: 'bob@example.com' },
});

export const message = (title?: string): AlertMessage => ({
  subject: { kind: 'initiative', id: randomUUID(), name: 'Launch', url: 'https://tracker.example/launch' },
  owners: [{ id: randomUUID(), name: 'Ada', email: 'ada@example.com' }],
  ownership: 'single',
  edges: [{ blocker: issue('PL-7', title), blocked: issue('CH-1'), usualMs: { median: 9 * 86_400_000, p85: 19 * 86_400_000, waits: 41 } }],
  moreEdges: 2,
});

export interface Outbox {
  readonly test: TestDatabase;
  readonly context: NotifyContext;
  /** The clock that the service looks at. */
  now: number;
  addChannel(secret: ChannelSecret): Promise<string>;
  /** An alert that was raised, and a message about it that is due. */
  put(
    channelId: string,
    more?: { isDigest?: boolean; dueAt?: Date; subscriptionId?: string; recipient?: string; title?: string },
  ): Promise<string>;
  putTest(channelId: string): Promise<string>;
  deliver(): Promise<void>;
  /** `sent 200 ok`, the latest first. */
  log(): Promise<string[]>;
  attempts(): Promise<string[]>;
  close(): Promise<void>;
}

/** A database with an outbox, and the service over it with a clock that the test chooses. */
export async function openOutbox({ smtpUrl, allowPrivate = true }: { smtpUrl?: string; allowPrivate?: boolean } = {}): Promise<Outbox> {
  const test = await makeTestDatabase();
  const { database, organizationId } = test;
  const door = makeGuardedFetch({ allowPrivate, timeoutMs: 2_000 });
  const ruleId = randomUUID();
  const rule = {
    id: ruleId,
    kind: 'external_blockers' as const,
    level: 3,
    within_days: 7,
    is_on: true,
    made_by: 'Ada',
    made_at: new Date(start),
  };
  await database.inOrganization(organizationId, (trx) =>
    insertAlertRule(trx, organizationId, { ...rule, subject_kind: null, subject_id: null }),
  );

  const outbox: Outbox = {
    test,
    now: start,
    context: {
      database,
      queue: { enqueue: async () => {} } as never,
      logger: makeLogger({ service: 'test', level: 'silent' }),
      metrics: makeMetrics({ processMetrics: false }),
      secretKeys,
      fetch: door.fetch,
      sendMail: makeSendMail({ smtpUrl, mailFrom: 'Speedtax <speedtax@example.com>' }),
      publicUrl: 'https://speedtax.example',
      now: () => outbox.now,
    },
    async addChannel(opened) {
      const id = randomUUID();
      const sealed = await sealSecret(secretKeys, { organizationId, rowId: id }, writeChannelSecret(opened));
      const target = opened.kind === 'email' ? (opened.address ?? '') : new URL(opened.url).host;
      const channel = { id, kind: opened.kind, name: opened.kind, target, secret: sealed, made_by: 'Ada', made_at: new Date(start) };
      await database.inOrganization(organizationId, (trx) => insertAlertChannel(trx, organizationId, channel));
      return id;
    },
    async put(channelId, { isDigest = false, dueAt = new Date(start), subscriptionId, recipient, title } = {}) {
      return database.inOrganization(organizationId, async (trx) => {
        const alertId = randomUUID();
        const told = message(title);
        const alert = { id: alertId, rule_id: ruleId, kind: 'external_blockers' as const, level: 3, within_days: 7, value: 3 };
        const subject = { subject_kind: 'initiative' as const, subject_id: told.subject.id, subject_name: 'Launch' };
        await insertAlert(trx, organizationId, { ...alert, ...subject, raised_at: new Date(start) });
        const eventId = await insertAlertEvent(trx, organizationId, {
          alertId,
          kind: 'raised',
          at: new Date(start),
          value: 3,
          message: told,
        });
        const delivery = { channelId, subscriptionId: subscriptionId ?? null, eventId, recipient: recipient ?? null, isDigest, dueAt };
        const [id] = await insertDeliveries(trx, organizationId, [delivery], new Date(start));
        return id as string;
      });
    },
    async putTest(channelId) {
      const delivery = { channelId, subscriptionId: null, eventId: null, recipient: null, isDigest: false, dueAt: new Date(start) };
      return database.inOrganization(
        organizationId,
        async (trx) => (await insertDeliveries(trx, organizationId, [delivery], new Date(start)))[0] as string,
      );
    },
    deliver: () => makeDeliverer({ ...outbox.context, metrics: makeMetrics({ processMetrics: false }) })(organizationId),
    log: () =>
      database.inOrganization(organizationId, async (trx) =>
        (await listDeliveries(trx, organizationId, { limit: 50 })).map(({ state, answer }) => `${state} ${answer ?? ''}`.trim()),
      ),
    attempts: () =>
      database.inOrganization(organizationId, async (trx) => {
        const batches = (await listDeliveries(trx, organizationId, { limit: 50 })).flatMap(({ batch_id }) => batch_id ?? []);
        return (await listAttempts(trx, organizationId, [...new Set(batches)])).map(({ no, isOk, answer }) => `${no} ${isOk} ${answer}`);
      }),
    async close() {
      await door.close();
      await test.close();
    },
  };
  return outbox;
}
