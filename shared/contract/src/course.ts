import { z } from 'zod';
import { durationMs, instant } from './common.ts';

/** The calendar time of an initiative from its start to its completion, or to the data cut-off; its parts add up exactly. */
export const course = z.object({
  startAt: instant.nullable().describe('null: neither the tracker nor an issue in play tells'),
  startSource: z.enum(['tracker', 'first_in_play']).nullable(),
  endAt: instant.nullable().describe('its completion, else the data cut-off; null: it has ended, and when is not known'),
  completed: z.boolean(),
  firstValueAt: instant.nullable(),
  timeToFirstValueMs: durationMs.nullable().describe('from the start to the first issue completed after it'),
  timeToValueMs: durationMs.nullable().describe('from the start to the completion'),
  parts: z
    .object({
      workingMs: durationMs.describe('some issue was started and not waiting'),
      waitingOnOthersMs: durationMs.describe('else: some issue waited on another team'),
      waitingInsideMs: durationMs.describe('else: some issue in play was blocked by an open one of its own team'),
      idleMs: durationMs.describe('none of these, after the first issue came in play'),
      notStartedMs: durationMs.describe('before the first issue came in play'),
    })
    .nullable()
    .describe('null where the start or the end is not known'),
});
export type Course = z.infer<typeof course>;
