import { type ChannelSecret, openSecret, readChannelSecret } from '@speedtax/runtime';
import {
  type AlertChannelRow,
  type AlertDeliveryRow,
  listAlertChannels,
  listAlertEventsById,
  listAlertsById,
} from '@speedtax/storage/alerts';
import type { NotifyContext } from '../context.ts';
import { type Notice, tellAlert, testNotice } from '../notices/tell-alert.ts';

export interface Batch {
  readonly channel: Pick<AlertChannelRow, 'id' | 'kind' | 'name'>;
  readonly secret: ChannelSecret;
  readonly recipient: string | null;
  readonly notices: readonly Notice[];
}

/** What a message says and where it goes; refused where that can no longer be found out. */
export async function readBatch(
  { database, secretKeys, publicUrl }: NotifyContext,
  organizationId: string,
  batch: readonly AlertDeliveryRow[],
): Promise<Batch | { readonly refused: string }> {
  const eventIds = batch.flatMap(({ event_id }) => (event_id === null ? [] : [event_id]));
  const { channels, events, alerts, organization } = await database.inOrganization(
    organizationId,
    async (trx) => {
      const found = await listAlertEventsById(trx, organizationId, eventIds);
      return {
        channels: await listAlertChannels(trx, organizationId),
        events: found,
        alerts: await listAlertsById(
          trx,
          organizationId,
          found.map(({ alert_id }) => alert_id),
        ),
        organization: await trx.selectFrom('organization').select('name').where('id', '=', organizationId).executeTakeFirstOrThrow(),
      };
    },
    { readOnly: true },
  );
  const channel = channels.find(({ id }) => id === batch[0]?.channel_id);
  if (channel === undefined) return { refused: 'its channel is gone' };
  const notices = batch.flatMap(({ event_id }): Notice[] => {
    if (event_id === null) return [testNotice(organization.name, publicUrl)];
    const event = events.find(({ id }) => id === event_id);
    const alert = alerts.find(({ id }) => id === event?.alert_id);
    return event && alert ? [tellAlert(alert, event, publicUrl)] : [];
  });
  try {
    const secret = readChannelSecret(await openSecret(secretKeys, { organizationId, rowId: channel.id }, channel.secret));
    return { channel, secret, recipient: batch[0]?.recipient ?? null, notices };
  } catch {
    return { refused: 'what it takes to reach the channel cannot be opened: was SPEEDTAX_SECRET changed?' };
  }
}
