import { z } from 'zod';
import { coverage, day, durationMs, id, instant, share } from './common.ts';
import { pastStamp } from './past-stamp.ts';

export const episodes = z.object({ count: z.int(), medianMs: durationMs.nullable(), p85Ms: durationMs.nullable() });
export const completedShare = z.object({ completed: z.int(), reworked: z.int(), share: share.nullable() });
/** Completed issues that were reopened, or were defects: those that had waited against those that had not. */
export const qualityTax = z.object({ waited: completedShare, neverWaited: completedShare });
export const anatomy = z.object({ unacceptedMs: durationMs, queuedMs: durationMs, inWorkMs: durationMs });

/** The figures that a team, and the company as a whole, have for a window. `speedTax` is null where nothing was in play. */
export const taxFigures = z.object({
  inPlayMs: durationMs,
  waitingMs: durationMs,
  waitingStartedMs: durationMs.describe('dragging'),
  waitingUnstartedMs: durationMs.describe('held'),
  blockedBeforePlayMs: durationMs.describe('blocked while still in backlog or triage'),
  flaggedMs: durationMs.describe('marked as impeded, in play and not waiting: no part of the tax'),
  imposedMs: durationMs,
  speedTax: z.number().nullable(),
  speedTaxLow: z.number().nullable().describe('counts only held'),
  speedTaxHigh: z.number().nullable().describe('adds the time blocked before play'),
  issuesWaited: z.int(),
  waitingNow: z.int(),
  episodes,
  autonomy: share.nullable(),
  completed: z.int().describe('issues completed in the window, behind autonomy and quality tax'),
  qualityTax,
});
export type TaxFigures = z.infer<typeof taxFigures>;

export const teamTax = taxFigures.extend({ teamId: id, externalId: z.string(), key: z.string(), name: z.string() });
export type TeamTax = z.infer<typeof teamTax>;

/** How long a team's waits on another take: Kaplan–Meier over the pair's waits, those that still last counted as such. */
export const leadTimeQuote = z.object({
  waits: z.int(),
  censored: z.int().describe('those of the waits that still last'),
  medianMs: durationMs.nullable().describe('half are over after this long; null under 10 waits, or where that has not been seen yet'),
  p85Ms: durationMs.nullable(),
});
export type LeadTimeQuote = z.infer<typeof leadTimeQuote>;

export const pairTax = z.object({
  waitingTeamId: id,
  blockingTeamId: id,
  waitingMs: durationMs,
  rootMs: durationMs,
  anatomy,
  issues: z.int(),
  quote: leadTimeQuote
    .nullable()
    .describe('from the waits that began in the year up to the data cut-off, whatever the window; null where none did'),
});
export type PairTax = z.infer<typeof pairTax>;

export const speedTax = z.object({
  ...pastStamp,
  from: day,
  to: day,
  timeZone: z.string(),
  engineVersion: z.string(),
  dataCutOff: instant.nullable().describe('figures count up to this instant; null before the first analysis'),
  teams: z.array(teamTax),
  pairs: z.array(pairTax),
  total: taxFigures,
  coverage,
});
export type SpeedTax = z.infer<typeof speedTax>;

export const bucket = z.enum(['day', 'week', 'month', 'quarter']);
export type Bucket = z.infer<typeof bucket>;
export const seriesPoint = z.object({
  from: day,
  to: day,
  complete: z.boolean().describe('false: the bucket is cut by the window or reaches past the data cut-off'),
  inPlayMs: durationMs,
  waitingMs: durationMs,
  waitingStartedMs: durationMs,
  waitingUnstartedMs: durationMs,
  blockedBeforePlayMs: durationMs,
  flaggedMs: durationMs,
  imposedMs: durationMs,
  speedTax: z.number().nullable(),
  speedTaxLow: z.number().nullable(),
  speedTaxHigh: z.number().nullable(),
});
export const series = z.object({
  ...pastStamp,
  from: day,
  to: day,
  bucket,
  teamId: id.nullable(),
  timeZone: z.string(),
  engineVersion: z.string(),
  dataCutOff: instant.nullable(),
  items: z.array(seriesPoint),
});
export type Series = z.infer<typeof series>;
