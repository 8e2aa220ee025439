import { randomBytes } from 'node:crypto';
import { sealSecret } from '@speedtax/runtime';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import { type FactPlace, findWebhook, putWebhookSecret, type Webhook } from '@speedtax/storage/facts';
import type { ApiContext } from '../context.ts';

const secretBytes = 32;

/** The webhook of a connection; one that has none yet is given a secret. */
export async function findOrMakeWebhook(
  trx: DatabaseTransaction,
  { secretKeys }: Pick<ApiContext, 'secretKeys'>,
  place: FactPlace,
): Promise<Webhook> {
  const known = await findWebhook(trx, place);
  if (known) return known;
  await storeWebhookSecret(trx, { secretKeys }, place, randomBytes(secretBytes).toString('hex'));
  const made = await findWebhook(trx, place);
  if (!made) throw new Error(`The webhook of connection ${place.connectionId} is gone right after it was made`);
  return made;
}

export async function storeWebhookSecret(
  trx: DatabaseTransaction,
  { secretKeys }: Pick<ApiContext, 'secretKeys'>,
  place: FactPlace,
  secret: string,
): Promise<void> {
  const { organizationId, connectionId } = place;
  await putWebhookSecret(trx, place, await sealSecret(secretKeys, { organizationId, rowId: connectionId }, secret));
}
