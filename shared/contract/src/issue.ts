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
export const step = <T extends z.ZodType>(value: T) => z.object({ from: instant, to: instant.nullable(), value });

export const issueWaits = z.object({
  ...pastStamp,
  issue: issueRef,
  createdAt: instant,
  closedAt: instant.nullable(),
  dataCutOff: instant.nullable(),
  waitingMs: durationMs,
  intervals: z.array(waitInterval),
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
      startEvidence: z.enum(['link', 'history', 'unknown']),
    }),
  ),
});
export type IssueWaits = z.infer<typeof issueWaits>;

export const deadlocks = z.object({ ...pastStamp, issues: z.array(issueRef) });
