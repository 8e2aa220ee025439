import { z } from 'zod';
import { coverage, day, durationMs, id, instant, page, share } from './common.ts';

/** Each measures two windows, so a page is shorter than elsewhere. */
export const maxTreatmentsPerPage = 100;
export const maxProofDays = 366;
export const defaultProofDays = 90;

export const treatmentKind = z
  .enum(['interface', 'schedule', 'acceptance', 'reorganization', 'other'])
  .describe('an interface was offered, dates were agreed, the wait was accepted, teams or people were moved');

export const newTreatment = z.strictObject({
  waitingTeamId: id,
  blockingTeamId: id,
  treatedOn: day.describe('not after today, and at most ten years before'),
  kind: treatmentKind,
  note: z.string().trim().max(2000).default(''),
});
export type NewTreatment = z.infer<typeof newTreatment>;

export const proofSide = z.object({
  from: day,
  to: day,
  waitingMs: durationMs.describe('of the pair'),
  inPlayMs: durationMs.describe('of the waiting team'),
  share: share.nullable().describe('of its time in play that the waiting team waited on the other; null where nothing was in play'),
  waits: z.int(),
  issues: z.int(),
  medianMs: durationMs.nullable(),
});
export type ProofSide = z.infer<typeof proofSide>;

/** The pair before and after: equally many whole days, none of them after the data cut-off. */
export const proof = z.object({
  state: z.enum(['too_early', 'measured']).describe('too_early: fewer than 14 days have passed, which prove nothing'),
  days: z.int().describe('on each side'),
  before: proofSide.nullable().describe('null where no day has passed since'),
  after: proofSide.nullable(),
  changeMs: durationMs.nullable().describe('after − before: below zero where less is waited'),
});
export type Proof = z.infer<typeof proof>;

export const treatment = z.object({
  id,
  waitingTeamId: id,
  blockingTeamId: id,
  treatedOn: day,
  kind: treatmentKind,
  note: z.string(),
  markedBy: z.string(),
  createdAt: instant,
  proof,
});
export type Treatment = z.infer<typeof treatment>;

export const treatments = page(treatment).extend({
  timeZone: z.string(),
  engineVersion: z.string(),
  dataCutOff: instant.nullable(),
  coverage,
});
