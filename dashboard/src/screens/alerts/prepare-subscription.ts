import type { Channel, Subscription } from '@speedtax/contract';
import type { RuleView } from './prepare-rule.ts';

export interface SubscriptionView {
  id: string;
  channel: string;
  what: string;
  when: string;
}

const events = { raised: 'raised', cleared: 'well again', reminded: 'put off until now', freed: 'a blocker is gone' } as const;

interface Known {
  channels: readonly Pick<Channel, 'id' | 'name'>[];
  rules: readonly RuleView[];
  names: ReadonlyMap<string, string>;
}

/** "Raised, well again; of every rule" and "at once, not from 22:00 to 07:00 (Europe/Berlin)". */
export function prepareSubscription(subscription: Subscription, { channels, rules, names }: Known): SubscriptionView {
  const { id, channelId, ruleId, subjectId, tells, timeZone, quietHours, digestAt } = subscription;
  const rule = ruleId === null ? 'every rule' : (rules.find((one) => one.id === ruleId)?.when ?? 'a rule that is gone');
  const subject = subjectId === null ? '' : `, only of ${names.get(subjectId) ?? 'something that is gone'}`;
  const quiet = quietHours === null ? '' : `, not from ${quietHours.from} to ${quietHours.to}`;
  return {
    id,
    channel: channels.find((channel) => channel.id === channelId)?.name ?? 'a channel that is gone',
    what: `${tells.map((event) => events[event]).join(', ')}; ${rule}${subject}`,
    when: `${digestAt === null ? 'at once' : `daily at ${digestAt}`}${quiet}${digestAt === null && quietHours === null ? '' : ` (${timeZone})`}`,
  };
}
