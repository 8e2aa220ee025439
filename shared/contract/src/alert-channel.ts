import { z } from 'zod';
import { durationMs, id, instant, page } from './common.ts';

const name = z.string().trim().min(1).max(200);
const address = z.url().max(2000);

export const channelKind = z.enum(['slack', 'email', 'teams', 'webhook']);
export type ChannelKind = z.infer<typeof channelKind>;

export const newChannel = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slack'), name, url: address.describe('of an incoming webhook') }),
  z.strictObject({
    kind: z.literal('teams'),
    name,
    url: address.describe('of a workflow that posts to a channel when a webhook request is received'),
  }),
  z.strictObject({ kind: z.literal('webhook'), name, url: address.describe('is sent what happened, signed as Standard Webhooks has it') }),
  z.strictObject({
    kind: z.literal('email'),
    name,
    address: z.email().max(320).nullable().describe('null: to whoever is accountable, and to whoever waited'),
  }),
]);
export type NewChannel = z.infer<typeof newChannel>;

export const channel = z.object({
  id,
  kind: channelKind,
  name: z.string(),
  target: z.string().describe('to recognize it by: a host, an address; empty for mail to the people concerned'),
  madeBy: z.string(),
  madeAt: instant,
});
export type Channel = z.infer<typeof channel>;

export const channels = page(channel).extend({ canMail: z.boolean().describe('a mail server is set for this installation') });
export const createdChannel = channel.extend({
  signingSecret: z.string().nullable().describe('of a webhook, told this once: by it the receiver knows who sends'),
});
export type CreatedChannel = z.infer<typeof createdChannel>;

const minuteOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Expected HH:MM');
export const tellable = z.enum(['raised', 'cleared', 'reminded', 'freed']);
const subscriptionFields = {
  channelId: id,
  ruleId: id.nullable().default(null).describe('null: every rule'),
  subjectId: id.nullable().default(null).describe('null: every initiative and team'),
  tells: z
    .array(tellable)
    .min(1)
    .max(4)
    .default(['raised', 'cleared', 'reminded'])
    .describe('freed: a blocker that an alert had named is gone, to whoever waited'),
  timeZone: z.string().min(1).max(100).describe('IANA name: of the clock on the wall of the receiver'),
  quietHours: z.strictObject({ from: minuteOfDay, to: minuteOfDay }).nullable().default(null).describe('may reach over midnight'),
  digestAt: minuteOfDay.nullable().default(null).describe('once a day at this time, all together; null: at once'),
};
export const newSubscription = z.strictObject(subscriptionFields);
export type NewSubscription = z.infer<typeof newSubscription>;
export const subscription = z.object({ id, ...subscriptionFields });
export type Subscription = z.infer<typeof subscription>;
export const subscriptions = page(subscription);

export const deliveryState = z
  .enum(['waiting', 'sending', 'sent', 'dead', 'dropped'])
  .describe('dead: given up, or nobody knows whether it arrived; it can be sent again. dropped: no longer news before it was sent');

export const delivery = z.object({
  id,
  channelId: id,
  channelName: z.string(),
  about: z.object({ alertId: id, event: z.string(), subjectName: z.string() }).nullable().describe('null: a test'),
  recipient: z.string().nullable(),
  state: deliveryState,
  digest: z.boolean(),
  dueAt: instant,
  madeAt: instant,
  endedAt: instant.nullable(),
  answer: z.string().nullable().describe('what the receiver said last, or why it was not sent'),
  attempts: z.array(z.object({ no: z.int(), at: instant, ok: z.boolean(), answer: z.string(), tookMs: durationMs })),
});
export type Delivery = z.infer<typeof delivery>;
export const deliveries = page(delivery);
