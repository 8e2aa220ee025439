import { z } from 'zod';
import { durationMs, share } from './common.ts';
import { person } from './person.ts';

/** How much of their started issue-time people put into an initiative in a window. By name: nobody is ranked. */
export const contributions = z.object({
  people: z.array(
    z.object({
      person,
      startedMs: durationMs.describe('of issues of the initiative'),
      totalStartedMs: durationMs.describe('of all issues'),
      share,
      dedication: z.enum(['dedicated', 'shared', 'swarming']).describe('dedicated: from 80 % on. swarming: below 20 %'),
    }),
  ),
  dedicated: z.int(),
  swarming: z.int(),
  openIssuesPerDedicated: z.number().nullable().describe('expectations against resources; null without a dedicated contributor'),
  coverage: z.object({
    startedMs: durationMs.describe('started issue-time of the initiative'),
    unassignedMs: durationMs.describe('of it: while nobody was assigned'),
  }),
});
export type Contributions = z.infer<typeof contributions>;
