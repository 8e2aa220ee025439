import { z } from 'zod';
import { coverage, day, durationMs, id, instant } from './common.ts';
import { pastStamp } from './past-stamp.ts';
import { askedDay, asOf } from './query.ts';

export const maxRemovedPairs = 1000;
export const maxMerges = 100;
export const maxMergedTeams = 500;

export const teamPair = z.strictObject({ waitingTeamId: id, blockingTeamId: id });
export type TeamPairIds = z.infer<typeof teamPair>;

export const whatIfQuestion = z.strictObject({
  from: askedDay.optional(),
  to: askedDay.optional(),
  asOf,
  remove: z.array(teamPair).max(maxRemovedPairs).default([]).describe('pairs of teams whose dependencies no longer count as cross-team'),
  merge: z
    .array(z.array(id).min(2).max(maxMergedTeams))
    .max(maxMerges)
    .default([])
    .describe('teams that become one; a team in several of these makes them one'),
});
export type WhatIfQuestion = z.infer<typeof whatIfQuestion>;

export const whatIfTax = z.object({
  inPlayMs: durationMs,
  waitingMs: durationMs,
  imposedMs: durationMs,
  speedTax: z.number().nullable().describe('null where nothing was in play'),
});
export type WhatIfTax = z.infer<typeof whatIfTax>;

export const whatIfTeam = z.object({
  teamId: id.describe('of merged teams the first by id'),
  mergedTeamIds: z.array(id).describe('all teams that are merged into this one, itself included; empty where none are'),
  before: whatIfTax.describe('of merged teams: summed, with what they waited on each other'),
  after: whatIfTax,
  savedMs: durationMs.describe('of what this team pays; never below zero'),
});

export const whatIf = z.object({
  ...pastStamp,
  from: day,
  to: day,
  timeZone: z.string(),
  engineVersion: z.string(),
  dataCutOff: instant.nullable(),
  before: whatIfTax,
  after: whatIfTax,
  savedMs: durationMs,
  teams: z.array(whatIfTeam),
  coverage,
});
export type WhatIf = z.infer<typeof whatIf>;
