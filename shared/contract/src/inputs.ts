import { z } from 'zod';
import { day, durationMs, id, instant, share } from './common.ts';
import { issueRef } from './issue-ref.ts';
import { pastStamp } from './past-stamp.ts';

/** What a named person can move this week. */
export const inputs = z.object({
  ...pastStamp,
  from: day,
  to: day,
  dataCutOff: instant.nullable(),
  openExternalBlockers: z.int(),
  acceptance: z
    .object({
      waits: z.int().describe('issues of the initiative and teams they waited on in the window'),
      unacceptedNow: z.int().describe('of them: where the blocker was in triage or backlog to the end of the window, or is to this day'),
      medianMs: durationMs.nullable().describe('estimated with those not accepted yet; null where more than half may still take longer'),
    })
    .describe('for how long blocking teams had not accepted the work'),
  agreement: z
    .object({
      dependencies: z.int(),
      agreed: z.int(),
      share: share.nullable(),
      withoutKnownStart: z.int().describe('not counted: when they were linked is not known'),
    })
    .describe('dependencies on other teams linked in the window, and how many of them before work on the blocked issue began'),
  staleLinks: z.object({
    links: z.int().describe('in force across teams, of which neither end has changed for 30 days'),
    items: z.array(z.object({ blocker: issueRef, blocked: issueRef, unchangedSince: instant })).describe('the 200 that rest longest'),
  }),
  withoutLeader: z
    .array(z.object({ initiativeId: id, name: z.string() }))
    .describe('active initiatives without a single-threaded leader: this one, and those that are part of it'),
});
export type Inputs = z.infer<typeof inputs>;
