import { openSecret, sealSecret } from '@speedtax/runtime';
import {
  type FactPlace,
  findWebhook,
  listWebhooksDue,
  noteWebhookTried,
  storeCredentials,
  tryLockConnection,
} from '@speedtax/storage/facts';
import { registerWebhook, TrackerError } from '@speedtax/trackers';
import type { SyncContext } from '../context.ts';

const dayMs = 24 * 60 * 60_000;
/** Jira's live for thirty days. */
const renewBeforeMs = 7 * dayMs;
/** What was refused may be allowed tomorrow. */
const tryEveryMs = dayMs;
const mostAtOnce = 50;
const timeoutMs = 30_000;

/** Has trackers tell of changes, where their credentials allow it: new webhooks are made, those that are about to end are renewed. */
export async function keepWebhooks(context: SyncContext): Promise<void> {
  const { publicUrl, now } = context;
  // An address that trackers cannot reach would be disabled by them.
  if (publicUrl === null) return;
  const dates = { expiringBefore: new Date(now() + renewBeforeMs), triedBefore: new Date(now() - tryEveryMs) };
  const due = await context.database.asSystem((trx) => listWebhooksDue(trx, { ...dates, limit: mostAtOnce }));
  for (const place of due) await keepWebhook(context, place, publicUrl);
}

/** Under the lock of the connection's sync: credentials that are renewed twice at a time are lost. */
async function keepWebhook(context: SyncContext, place: FactPlace, publicUrl: string): Promise<void> {
  const { database, logger, secretKeys, fetch, now } = context;
  const { organizationId, connectionId } = place;
  await database.inOrganization(organizationId, async (lock) => {
    if (!(await tryLockConnection(lock, connectionId))) return;
    const connection = await lock
      .selectFrom('connection')
      .select(['provider', 'base_url', 'deployment', 'credentials'])
      .where('organization_id', '=', organizationId)
      .where('id', '=', connectionId)
      .executeTakeFirst();
    const webhook = await findWebhook(lock, place);
    if (!connection || !webhook) return;
    const sealedFor = { organizationId, rowId: connectionId };
    const access = {
      provider: connection.provider,
      baseUrl: connection.base_url,
      deployment: connection.deployment,
      credentials: await openSecret(secretKeys, sealedFor, connection.credentials),
      fetch,
      signal: AbortSignal.timeout(timeoutMs),
      now,
      async storeCredentials(renewed: string) {
        const sealed = await sealSecret(secretKeys, sealedFor, renewed);
        await database.inOrganization(organizationId, (trx) => storeCredentials(trx, place, sealed));
      },
    };
    const wish = {
      url: `${publicUrl.replace(/\/+$/, '')}/webhooks/${connection.provider}/${connectionId}`,
      secret: await openSecret(secretKeys, sealedFor, webhook.secret),
      externalId: webhook.externalId,
    };
    const at = new Date(now());
    try {
      const { externalId, expiresAt } = await registerWebhook(access, wish);
      await noteWebhookTried(lock, place, { externalId, expiresAt: expiresAt === null ? null : new Date(expiresAt), refusal: null, at });
      logger.info({ ...place, externalId, expiresAt }, 'the tracker tells of changes');
    } catch (error) {
      if (!(error instanceof TrackerError)) throw error;
      const { externalId, expiresAt } = webhook;
      const isOver = expiresAt !== null && expiresAt.getTime() <= now();
      await noteWebhookTried(lock, place, {
        externalId: isOver ? null : externalId,
        expiresAt: isOver ? null : expiresAt,
        refusal: error.message,
        at,
      });
      logger.info({ ...place, kind: error.kind, reason: error.message }, 'the tracker lets us make no webhook');
    }
  });
}
