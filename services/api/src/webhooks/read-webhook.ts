import type { Webhook } from '@speedtax/contract';
import { openSecret } from '@speedtax/runtime';
import type { FactPlace } from '@speedtax/storage/facts';
import type { Request } from 'express';
import type { ApiContext } from '../context.ts';
import { presentWebhook } from '../present/present-webhook.ts';
import { publicUrlOf, webhookAddress } from './webhook-address.ts';
import { findOrMakeWebhook } from './webhook-secret.ts';

export interface ReadWebhook {
  /** Of the connection. */
  readonly connectionName: string;
  readonly webhook: Webhook;
}

/** How a connection hears of changes; undefined: there is no such connection. */
export async function readWebhook(context: ApiContext, place: FactPlace, request: Request): Promise<ReadWebhook | undefined> {
  const { organizationId, connectionId } = place;
  const found = await context.database.inOrganization(organizationId, async (trx) => {
    const connection = await trx
      .selectFrom('connection')
      .select(['name', 'provider', 'deployment'])
      .where('organization_id', '=', organizationId)
      .where('id', '=', connectionId)
      .executeTakeFirst();
    return connection && { connection, stored: await findOrMakeWebhook(trx, context, place) };
  });
  if (!found) return undefined;
  const { connection, stored } = found;
  const secret = await openSecret(context.secretKeys, { organizationId, rowId: connectionId }, stored.secret);
  const url = webhookAddress(publicUrlOf(context, request), connection.provider, connectionId);
  return { connectionName: connection.name, webhook: presentWebhook(stored, { ...connection, url, secret }) };
}
