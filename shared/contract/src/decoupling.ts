import { z } from 'zod';
import { coverage, day, durationMs, id, instant } from './common.ts';
import { pastStamp } from './past-stamp.ts';
import { anatomy } from './speed-tax.ts';

export const maxDecouplings = 50;
export const defaultDecouplings = 10;

export const dependencyKind = z
  .enum(['offer_interface', 'schedule', 'accept', 'unclear'])
  .describe(
    'offer_interface: the same component, label or project again and again; schedule: a few one-off waits; accept: short waits that are worked on most of the time, as reviews are',
  );

/** One team's dependency on another: what kind it is, and the evidence. */
export const dependencyDescription = z.object({
  waitingTeamId: id,
  blockingTeamId: id,
  kind: dependencyKind,
  theme: z
    .object({ kind: z.enum(['label', 'project']), name: z.string(), waits: z.int() })
    .nullable()
    .describe('what the blocking issues have in common'),
  waitingMs: durationMs.describe('in the window; split where several teams blocked at once'),
  waits: z.int().describe('times an issue was blocked without a break'),
  issues: z.int(),
  medianMs: durationMs.describe('of these waits, whoever else blocked'),
  anatomy,
  evidence: z
    .array(
      z.object({
        issueId: id,
        externalId: z.string(),
        key: z.string(),
        title: z.string(),
        url: z.string().nullable(),
        waitingMs: durationMs,
      }),
    )
    .describe('the issues that waited longest'),
});
export type DependencyDescription = z.infer<typeof dependencyDescription>;

export const decoupling = dependencyDescription.extend({
  rank: z.int(),
  savedMs: durationMs.describe('on top of everything ranked before'),
  savedSoFarMs: durationMs,
  remainingMs: durationMs.describe('what would still be waited'),
  alsoRemove: z
    .array(dependencyDescription)
    .describe('dependencies of the same team that must go together with this one, because nothing is saved while one of them is left'),
});
export type Decoupling = z.infer<typeof decoupling>;

export const decouplings = z.object({
  ...pastStamp,
  from: day,
  to: day,
  timeZone: z.string(),
  engineVersion: z.string(),
  dataCutOff: instant.nullable(),
  waitingMs: durationMs.describe('of all teams, before anything is taken apart'),
  items: z.array(decoupling),
  nextCursor: z.null().describe('a ranking has one page: ask for more by `limit`'),
  coverage,
});
export type Decouplings = z.infer<typeof decouplings>;
