import { z } from 'zod';
import { durationMs, id, instant } from './common.ts';
import { issueRef } from './issue-ref.ts';
import { pastStamp } from './past-stamp.ts';
import { person } from './person.ts';

export const issueRow = issueRef.extend({
  projectId: id.nullable(),
  projectName: z.string().nullable(),
  waitingMs: durationMs.describe('in the window asked for'),
  waitingSince: instant.nullable().describe('null: not waiting now'),
  blockingTeamIds: z.array(id),
  flaggedMs: durationMs.describe('marked as impeded, in play and not waiting, in the window asked for'),
  flaggedSince: instant.nullable().describe('null: not flagged now'),
});
export type IssueRow = z.infer<typeof issueRow>;

/** One maximal interval in which the same teams block an issue in the same way: the figure, and everything behind it. */
export const waitInterval = z.object({
  from: instant,
  to: instant.nullable().describe('null: still waiting'),
  durationMs,
  waitingTeamId: id,
  phase: z.enum(['held', 'dragging']),
  blockedBy: z.array(
    z.object({
      teamId: id,
      teamName: z.string(),
      share: z.number(),
      waitingMs: durationMs,
      anatomy: z.enum(['unaccepted', 'queued', 'in_work']),
      issues: z.array(issueRef),
    }),
  ),
});
/** Where a dependency is told. */
export const foundIn = z.enum(['relation', 'link', 'attachment', 'remote_link', 'text']);

export const step = <T extends z.ZodType>(value: T) => z.object({ from: instant, to: instant.nullable(), value });

export const issueWaits = z.object({
  ...pastStamp,
  issue: issueRef,
  createdAt: instant,
  closedAt: instant.nullable(),
  dataCutOff: instant.nullable(),
  waitingMs: durationMs,
  intervals: z.array(waitInterval),
  flaggedMs: durationMs,
  flags: z
    .array(z.object({ from: instant, to: instant.nullable().describe('null: it lasts'), durationMs, teamId: id }))
    .describe('when it was marked as impeded, in play and not waiting: no part of what waited'),
  statuses: z.array(step(z.object({ name: z.string().nullable(), category: issueRef.shape.category }))),
  teams: z.array(step(z.object({ teamId: id, name: z.string() }).nullable())),
  assignees: z.array(step(person.nullable())),
  links: z.array(
    z.object({
      direction: z.enum(['blocked_by', 'blocks']),
      issue: issueRef,
      from: instant.nullable().describe('null: not known, so never taxed before it is'),
      to: instant.nullable().describe('null: the link still stands'),
      crossTeam: z.boolean().nullable().describe('today; null: a team is not known'),
      startEvidence: z.enum(['link', 'history', 'seen', 'unknown']).describe('seen: it was there when it was first read'),
      foundIn: foundIn.describe('relation, link: the own one of a Linear, of a Jira; else where one tracker names an issue of another'),
    }),
  ),
  mentions: z
    .array(
      z.object({
        issue: issueRef.nullable().describe('null: not read; the address is all that is known'),
        key: z.string(),
        url: z.string().nullable(),
        namedBy: z.enum(['this', 'other']),
        foundIn: foundIn.exclude(['relation', 'link']),
        from: instant.describe('since when it is known to be there'),
        to: instant.nullable(),
      }),
    )
    .describe('addresses that name an issue of another tracker, or are named by it, without saying who blocks whom: never taxed'),
  mirrors: z
    .array(z.object({ issue: issueRef, counted: z.boolean().describe('figures know that one; false: they know this one') }))
    .describe('the same issue, kept alike in another tracker'),
});
export type IssueWaits = z.infer<typeof issueWaits>;

export const deadlocks = z.object({ ...pastStamp, issues: z.array(issueRef) });
