import { z } from 'zod';
import { instant } from './common.ts';

export const queueCounts = z.object({ name: z.string(), waiting: z.int(), active: z.int(), delayed: z.int(), failed: z.int() });

export const failedJob = z.object({
  queue: z.string(),
  id: z.string(),
  name: z.string(),
  reason: z.string(),
  attempts: z.int(),
  failedAt: instant.nullable(),
});

/** Work that is to be done, of the whole installation; jobs that failed, of the organization. */
export const queues = z.object({ queues: z.array(queueCounts), failed: z.array(failedJob) }).meta({ id: 'Queues' });
export type Queues = z.infer<typeof queues>;
