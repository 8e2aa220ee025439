import type { Channel, Subscription } from '@speedtax/contract';
import type { AlertChannelRow, AlertSubscriptionRow } from '@speedtax/storage/alerts';

export function presentChannel({ id, kind, name, target, made_by, made_at }: AlertChannelRow): Channel {
  return { id, kind, name, target, madeBy: made_by, madeAt: made_at.toISOString() };
}

export function presentSubscription(row: AlertSubscriptionRow): Subscription {
  const { quiet_from_minute: from, quiet_to_minute: to, digest_minute: digest } = row;
  return {
    id: row.id,
    channelId: row.channel_id,
    ruleId: row.rule_id,
    subjectId: row.subject_id,
    tells: row.tells as Subscription['tells'],
    timeZone: row.time_zone,
    quietHours: from === null || to === null ? null : { from: tellMinute(from), to: tellMinute(to) },
    digestAt: digest === null ? null : tellMinute(digest),
  };
}

/** '08:30' → 510. */
export function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function tellMinute(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
