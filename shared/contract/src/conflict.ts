import { z } from 'zod';
import { day } from './common.ts';
import { issueRef } from './issue-ref.ts';

export const dueDate = z.object({ on: day, source: z.enum(['issue', 'cycle', 'project']).describe('whose date it is') });

export const priorityInversion = z.object({
  blocker: issueRef,
  blocked: issueRef,
  external: z.boolean().describe('the blocker is not part of the initiative'),
  reasons: z
    .array(z.enum(['priority', 'cycle']))
    .describe('priority: a lower one than the blocked issue has. cycle: left out of the running cycle of its team'),
  blockerPriority: z.int().nullable().describe('1 is the most urgent, 4 the least, 0 is none and ranks below all'),
  blockedPriority: z.int().nullable(),
});

export const dateConflict = z.object({
  blocker: issueRef,
  blocked: issueRef,
  external: z.boolean(),
  reasons: z.array(z.enum(['after_blocked', 'after_target'])),
  blockerDue: dueDate,
  blockedDue: dueDate.nullable(),
  targetOn: day.nullable().describe("the initiative's"),
});

/** Open dependencies of an initiative that cannot work out as planned, each with its two issues. */
export const conflicts = z.object({
  inversions: z.array(priorityInversion),
  dates: z.array(dateConflict),
  coverage: z.object({
    dependencies: z.int().describe('in force across teams now'),
    withoutPriority: z.int().describe('of them: where a priority is not known'),
    withoutDate: z.int().describe('of them: where the blocker has no date, or neither the blocked issue nor the initiative has one'),
  }),
});
export type Conflicts = z.infer<typeof conflicts>;
