import { z } from 'zod';
import { coverage, day, durationMs, instant } from './common.ts';
import { decoupling } from './decoupling.ts';
import { initiativeBlocker, initiativeDetail } from './initiative.ts';
import { issueRef } from './issue-ref.ts';
import { askedDay, asOf } from './query.ts';
import { pairTax, seriesPoint, taxFigures, teamTax } from './speed-tax.ts';
import { treatment } from './treatment.ts';

export const packFormats = ['json', 'csv', 'xlsx', 'pdf', 'md'] as const;
export const packFormat = z.enum(packFormats);
export type PackFormat = z.infer<typeof packFormat>;

/** A quarter of the calendar. */
export const quarter = z
  .string()
  .regex(/^(19[7-9]\d|20\d\d)-Q[1-4]$/, 'Expected a quarter like 2026-Q3')
  .describe('like 2026-Q3');

/** Without a quarter and without days: the last quarter that has ended by the data cut-off. */
export const packQuery = z
  .strictObject({
    quarter: quarter.optional(),
    from: askedDay.optional(),
    to: askedDay.optional().describe('exclusive'),
    asOf,
    format: packFormat.default('json'),
  })
  .refine((asked) => asked.quarter === undefined || (asked.from === undefined && asked.to === undefined), {
    path: ['quarter'],
    message: 'Ask for a quarter or for days, not for both',
  });

const range = z.object({ from: day, to: day.describe('exclusive') });
const named = { waitingTeam: z.string(), blockingTeam: z.string() };

/** At most as many initiatives have a page: those that are active or planned, and those with time in the window, by what they waited. */
export const maxPackInitiatives = 200;
/** At most as many blockers are listed for each; their number is `openCrossTeamBlockers`. */
export const maxPackBlockers = 25;
export const maxPackDecouplings = 5;
export const maxPackTreatments = 100;

/** What is brought to the meeting about one initiative. */
export const packDecision = z.object({
  kind: z.enum(['name_owner', 'choose_owner', 'free_owner', 'accept_blocker', 'move_date', 'rank_blocker', 'lend_people']),
  text: z.string(),
});
export type PackDecision = z.infer<typeof packDecision>;

export const packInitiative = initiativeDetail.omit({ asOf: true, engineVersion: true, factsDigest: true }).extend({
  blockers: z.array(initiativeBlocker),
  decisions: z.array(packDecision),
});
export type PackInitiative = z.infer<typeof packInitiative>;

export const packPair = pairTax.extend(named);
export const packTeam = teamTax.extend({ before: taxFigures.nullable().describe('null: nothing is known of the range before') });

/** Everything a quarterly planning meeting needs, each figure as the API tells it for the same days. */
export const planningPack = z.object({
  schema: z.literal('speedtax.planning-pack/1'),
  title: z.string(),
  organization: z.string(),
  quarter: quarter.nullable(),
  range,
  before: range.describe('the quarter before, or as many days'),
  complete: z.boolean().describe('false: the range reaches past the data cut-off'),
  timeZone: z.string(),
  engineVersion: z.string(),
  dataCutOff: instant.nullable(),
  digest: z.string().describe('SHA-256 of everything else in this pack as JSON: the same facts, definitions and range give the same'),
  company: z.object({ now: taxFigures, before: taxFigures, changeMs: durationMs, months: z.array(seriesPoint) }),
  teams: z.array(packTeam),
  pairs: z.array(packPair),
  decouplings: z.array(decoupling.extend(named)),
  treatments: z.array(treatment.extend(named)),
  initiatives: z.array(packInitiative),
  initiativesLeftOut: z.int(),
  deadlocks: z.array(issueRef),
  coverage: coverage.omit({ lastSyncedAt: true }),
  definitions: z.array(z.object({ term: z.string(), meaning: z.string() })),
});
export type PlanningPack = z.infer<typeof planningPack>;
export type PackTeam = PlanningPack['teams'][number];
export type PackPair = PlanningPack['pairs'][number];
