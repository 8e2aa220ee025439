import { z } from 'zod';

export const instant = z.iso.datetime().describe('ISO 8601, UTC');
export const day = z.iso.date({ abort: true }).describe("YYYY-MM-DD in the organization's time zone");
export const durationMs = z.int().describe('milliseconds');
export const share = z.number().min(0).max(1);
export const id = z.uuid();

/** A list: its items, and where to go on; null on the last page. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** RFC 9457, with a stable `code` and, for bad input, the path of each bad field. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string().optional().describe('finds this request in the log'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;

/** How much of the data a figure rests on is known. Shares are null where there is nothing to know. */
export const coverage = z.object({
  issues: z.int(),
  issuesWithoutTeam: z.int(),
  issuesWithUnknownStatus: z.int(),
  issuesWithoutHistory: z.int().describe('known from their own timestamps only'),
  unseenIssues: z.int().describe('known only from a link: the credentials cannot see them'),
  dependencies: z.int(),
  dependenciesWithUnknownStart: z.int().describe('never taxed before it is known'),
  mentions: z.int().describe('issues of other trackers that are named without saying who blocks whom: never taxed'),
  problems: z.int(),
  covered: share.nullable().describe('share of issues and dependencies without a gap'),
  lastSyncedAt: instant.nullable(),
});
export type Coverage = z.infer<typeof coverage>;
