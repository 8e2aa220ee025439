import type { Selectable, Transaction } from 'kysely';
import type { AlertTables } from '../alert-tables.ts';
import type { Tables } from '../tables.ts';

export type AlertChannelRow = Omit<Selectable<AlertTables['alert_channel']>, 'organization_id'>;
export type AlertSubscriptionRow = Omit<Selectable<AlertTables['alert_subscription']>, 'organization_id'>;

export async function listAlertChannels(trx: Transaction<Tables>, organizationId: string): Promise<AlertChannelRow[]> {
  return trx
    .selectFrom('alert_channel')
    .select(['id', 'kind', 'name', 'target', 'secret', 'made_by', 'made_at'])
    .where('organization_id', '=', organizationId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

export async function insertAlertChannel(trx: Transaction<Tables>, organizationId: string, channel: AlertChannelRow): Promise<void> {
  await trx
    .insertInto('alert_channel')
    .values({ organization_id: organizationId, ...channel })
    .execute();
}

/** With its subscriptions and its deliveries. @returns false: there is none */
export async function deleteAlertChannel(trx: Transaction<Tables>, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('alert_channel')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function listAlertSubscriptions(trx: Transaction<Tables>, organizationId: string): Promise<AlertSubscriptionRow[]> {
  return trx
    .selectFrom('alert_subscription')
    .select(['id', 'channel_id', 'rule_id', 'subject_id', 'tells', 'time_zone'])
    .select(['quiet_from_minute', 'quiet_to_minute', 'digest_minute'])
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute();
}

export async function insertAlertSubscription(
  trx: Transaction<Tables>,
  organizationId: string,
  subscription: AlertSubscriptionRow,
): Promise<void> {
  await trx
    .insertInto('alert_subscription')
    .values({ organization_id: organizationId, ...subscription })
    .execute();
}

/** What was to be sent by it is not. @returns false: there is none */
export async function deleteAlertSubscription(trx: Transaction<Tables>, organizationId: string, id: string, at: Date): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('alert_subscription')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  await trx
    .updateTable('alert_delivery')
    .set({ state: 'dropped', answer: 'the subscription was ended', ended_at: at })
    .where('organization_id', '=', organizationId)
    .where('subscription_id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
  return numDeletedRows > 0n;
}
