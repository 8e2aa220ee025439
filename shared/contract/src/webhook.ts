import { z } from 'zod';
import { instant } from './common.ts';

export const delivered = z
  .object({ status: z.enum(['noted', 'known']).describe('known: this delivery has come before') })
  .meta({ id: 'Delivered' });

/** How a tracker tells a connection of changes. */
export const webhook = z
  .object({
    state: z
      .enum(['made', 'hears', 'waits'])
      .describe('made: by us, and renewed by us; hears: made by hand, and something has come; waits: to be made by hand'),
    url: z.string().describe('where the tracker is to send to'),
    secret: z.string().nullable().describe('to be given to the tracker; null: the tracker gives one'),
    steps: z.array(z.string()).describe('what to do in the tracker; none where we have done it'),
    refusal: z.string().nullable().describe('why we could not make it, in the words of the tracker'),
    expiresAt: instant.nullable(),
    lastDeliveryAt: instant.nullable(),
  })
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof webhook>;

export const webhookSecret = z.object({ secret: z.string().trim().min(8).max(500) });
