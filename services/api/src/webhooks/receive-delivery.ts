import { findWebhook, noteDelivery, noteSyncHints, type SyncHint } from '@speedtax/storage/facts';
import type { Changed } from '@speedtax/trackers';
import type { Request } from 'express';
import type { ApiContext } from '../context.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { checkDelivery, type ReceivingConnection } from './check-delivery.ts';

/**
 * Takes what a tracker tells of changes. It leaves a hint, and wakes the sync that asks the tracker itself: whatever a body says,
 * no figure comes from it. A delivery that has come before leaves nothing.
 * @throws HttpProblem 401 for one that the tracker has not signed, 400 for one that is too old
 */
export async function receiveDelivery(
  context: ApiContext,
  provider: ReceivingConnection['provider'],
  connectionId: string,
  request: Request,
): Promise<{ status: 'noted' | 'known' }> {
  const { database, queue, now } = context;
  const connection = await findReceiver(context, provider, connectionId);
  const place = connection && { organizationId: connection.organization_id, connectionId };
  const webhook = place && (await database.inOrganization(place.organizationId, (trx) => findWebhook(trx, place), { readOnly: true }));
  if (!connection || !webhook || connection.disconnected_at !== null) throw refuse('forged');

  const token = typeof request.query.token === 'string' ? request.query.token : null;
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const checked = await checkDelivery(context, connection, webhook, { headers: request.headers, body, token });
  if ('refused' in checked) throw refuse(checked.refused);

  const { id, changed } = checked.delivery;
  const hints = hintsOf(changed);
  const at = new Date(now());
  const isNew = await database.inOrganization(place.organizationId, async (trx) => {
    if (!(await noteDelivery(trx, place, { id: id.slice(0, maxIdLength), at }))) return false;
    await noteSyncHints(trx, place, hints, at);
    return true;
  });
  if (isNew && hints.length > 0) await queue.enqueue('sync.step', { ...place, syncId: null });
  return { status: isNew ? 'noted' : 'known' };
}

const maxIdLength = 200;

/** The address names no organization: whoever knows the secret may tell. */
async function findReceiver(
  { database }: ApiContext,
  provider: ReceivingConnection['provider'],
  connectionId: string,
): Promise<ReceivingConnection | undefined> {
  const found = await database.asSystem((trx) =>
    trx
      .selectFrom('connection')
      .select(['id', 'organization_id', 'provider', 'credentials', 'disconnected_at'])
      .where('id', '=', connectionId)
      .where('provider', '=', provider)
      .limit(2)
      .execute(),
  );
  return found.length === 1 ? found[0] : undefined;
}

function hintsOf({ issues, more }: Changed): SyncHint[] {
  const hints: SyncHint[] = issues.map(({ id, isDeleted }) => ({ subject: 'issue', externalId: id, saysDeleted: isDeleted }));
  return more ? [...hints, { subject: 'everything', externalId: '', saysDeleted: false }] : hints;
}

function refuse(why: 'forged' | 'stale'): HttpProblem {
  if (why === 'stale')
    return new HttpProblem(400, 'stale_delivery', 'Too old', { detail: 'This was sent too long ago, or does not say when it was sent.' });
  return new HttpProblem(401, 'unsigned_delivery', 'Not signed', {
    detail: 'There is no such connection, or this was not signed with the secret of its webhook.',
  });
}
