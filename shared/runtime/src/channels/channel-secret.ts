import { z } from 'zod';

/** What it takes to reach a channel. Kept sealed: whoever knows the address of a Slack webhook can write there. */
const channelSecret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('slack'), url: z.url() }),
  z.object({ kind: z.literal('teams'), url: z.url() }),
  /** `signingSecret`: `whsec_…`, as Standard Webhooks has it. */
  z.object({ kind: z.literal('webhook'), url: z.url(), signingSecret: z.string().min(1) }),
  /** Null: to whoever is concerned. */
  z.object({ kind: z.literal('email'), address: z.string().nullable() }),
]);
export type ChannelSecret = z.infer<typeof channelSecret>;

export function writeChannelSecret(secret: ChannelSecret): string {
  return JSON.stringify(secret);
}

/** @throws ZodError where it is none */
export function readChannelSecret(text: string): ChannelSecret {
  return channelSecret.parse(JSON.parse(text));
}
