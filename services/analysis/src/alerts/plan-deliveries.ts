import { decideDueAt } from '@speedtax/domain';
import type { AlertMessage } from '@speedtax/storage';
import type { AlertChannelRow, AlertEventRow, AlertSubscriptionRow, NewDelivery } from '@speedtax/storage/alerts';

interface Told {
  readonly ruleId: string;
  readonly subjectId: string;
  readonly kind: AlertEventRow['kind'];
  readonly message: AlertMessage | null;
}

interface Listeners {
  readonly subscriptions: readonly AlertSubscriptionRow[];
  readonly channels: readonly Pick<AlertChannelRow, 'id' | 'kind' | 'target'>[];
}

/** Whom an event is told, and when: each receiver of a channel once, however many subscriptions ask for it. */
export function planDeliveries(told: Told, { subscriptions, channels }: Listeners, now: number): Omit<NewDelivery, 'eventId'>[] {
  const planned = new Map<string, Omit<NewDelivery, 'eventId'>>();
  for (const subscription of subscriptions) {
    const channel = channels.find(({ id }) => id === subscription.channel_id);
    if (!channel || !asksFor(subscription, told)) continue;
    const dueAt = new Date(decideDueAt(now, hearingTimes(subscription)));
    for (const recipient of recipientsOf(channel, told)) {
      const key = `${channel.id} ${recipient ?? ''}`;
      if (planned.has(key)) continue;
      planned.set(key, {
        channelId: channel.id,
        subscriptionId: subscription.id,
        recipient,
        isDigest: subscription.digest_minute !== null,
        dueAt,
      });
    }
  }
  return [...planned.values()];
}

function asksFor({ rule_id, subject_id, tells }: AlertSubscriptionRow, { ruleId, subjectId, kind }: Told): boolean {
  return tells.includes(kind) && (rule_id === null || rule_id === ruleId) && (subject_id === null || subject_id === subjectId);
}

function hearingTimes(subscription: AlertSubscriptionRow) {
  const { time_zone: timeZone, quiet_from_minute: fromMinute, quiet_to_minute: toMinute, digest_minute: digestMinute } = subscription;
  const quietHours = fromMinute === null || toMinute === null ? null : { fromMinute, toMinute };
  return { timeZone, quietHours, digestMinute };
}

/** An e-mail channel without an address writes to the people concerned: the accountable, or whoever waited. Null: the channel itself. */
function recipientsOf({ kind, target }: Pick<AlertChannelRow, 'kind' | 'target'>, { kind: event, message }: Told): (string | null)[] {
  if (kind !== 'email' || target !== '') return [null];
  const people =
    event === 'freed' ? message?.edges.map(({ blocked }) => blocked.assignee?.email) : message?.owners.map(({ email }) => email);
  return [...new Set(people)].filter((email): email is string => Boolean(email));
}
