import { z } from 'zod';
import { standing } from './accountability.ts';
import { day, durationMs, id, instant, share } from './common.ts';
import { conflicts } from './conflict.ts';
import { contributions } from './contribution.ts';
import { course } from './course.ts';
import { issueRef } from './issue-ref.ts';
import { pastStamp } from './past-stamp.ts';
import { person } from './person.ts';
import { anatomy } from './speed-tax.ts';

export const planStatus = z.enum(['planned', 'active', 'completed', 'canceled']);
export const ownership = z.enum(['single', 'inferred', 'diluted', 'unowned']);

export const initiative = z.object({
  initiativeId: id,
  externalId: z.string(),
  key: z.string().nullable(),
  name: z.string(),
  url: z.string().nullable(),
  status: planStatus,
  ownership,
  accountable: z.array(person).describe('the owner, the inferred one, or the several of a diluted initiative'),
  ownerSpan: z.int().nullable().describe('active initiatives this person is accountable for; null unless there is one person'),
  singleThreaded: z.boolean(),
  partTime: z.boolean().describe('owned, by somebody who is accountable for other active initiatives too'),
  rotating: z.boolean().describe('the owner changed twice or more in the 90 days up to the data cut-off'),
  leadership: z.enum(['STL', 'STO']).nullable().describe('null where resource control is not known'),
  resourceControl: share
    .nullable()
    .describe('null where nothing was in play, nobody alone is accountable, or no team of that person is known'),
  openCrossTeamBlockers: z.int(),
  openExternalBlockers: z.int(),
  openProjectBlockers: z.int().describe('unfinished projects that block one of its unfinished projects, as the tracker says'),
  priorityInversions: z.int().describe('open blockers that rank lower with their own team than what they block'),
  dateConflicts: z.int().describe('open blockers that are due after what they block, or after the target of the initiative'),
  inPlayMs: durationMs,
  waitingMs: durationMs,
  clockWaitingMs: durationMs,
  stalledMs: durationMs,
  flaggedMs: durationMs.describe('Σ of its issues marked as impeded, in play and not waiting: no part of what waited'),
  issues: z.int(),
  openIssues: z.int(),
  startOn: day.nullable(),
  targetOn: day.nullable(),
  teams: z.array(z.object({ teamId: id, name: z.string(), inPlayMs: durationMs, waitingMs: durationMs })),
});
export type Initiative = z.infer<typeof initiative>;

export const initiativeDetail = initiative.extend({
  ...pastStamp,
  standings: z.array(standing).describe('of each accountable person'),
  conflicts,
  contributions,
  course,
  ownerChanges: z.array(z.object({ at: instant, from: person.nullable(), to: person.nullable(), source: z.enum(['history', 'observed']) })),
  parents: z.array(z.object({ initiativeId: id, name: z.string() })),
  children: z.array(z.object({ initiativeId: id, name: z.string() })),
  projects: z.array(
    z.object({
      projectId: id,
      name: z.string(),
      status: planStatus,
      lead: person.nullable(),
      url: z.string().nullable(),
      targetOn: day.nullable(),
    }),
  ),
});
export type InitiativeDetail = z.infer<typeof initiativeDetail>;

export const initiativeBlocker = z.object({
  blocker: issueRef,
  external: z.boolean(),
  since: instant,
  ageMs: durationMs,
  blocked: z.array(issueRef),
});
export type InitiativeBlocker = z.infer<typeof initiativeBlocker>;

const projectInBrief = z.object({
  projectId: id,
  name: z.string(),
  url: z.string().nullable(),
  status: planStatus,
  targetOn: day.nullable(),
});
/** A dependency between projects, told by the tracker: it has no teams and no waits, so it stands beside the issues and is in no sum. */
export const projectBlocker = z.object({
  blocker: projectInBrief,
  external: z.boolean().describe('the project is not part of the initiative'),
  since: instant,
  ageMs: durationMs,
  blocked: z.array(projectInBrief),
});
export type ProjectBlocker = z.infer<typeof projectBlocker>;

export const initiativeTimeline = z.object({
  ...pastStamp,
  from: day,
  to: day,
  dataCutOff: instant.nullable(),
  days: z.array(z.object({ day, inPlayMs: durationMs, waitingMs: durationMs, clockWaitingMs: durationMs, stalledMs: durationMs })),
  blockers: z.array(z.object({ issueId: id, key: z.string(), from: instant, to: instant.nullable(), blockingTeamId: id })),
  anatomy,
});
export type InitiativeTimeline = z.infer<typeof initiativeTimeline>;
