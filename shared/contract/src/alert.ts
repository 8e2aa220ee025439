import { z } from 'zod';
import { durationMs, id, instant, page } from './common.ts';

export const alertKind = z
  .enum(['external_blockers', 'blocker_rise', 'overdue_waits', 'stalled', 'ownership', 'deadlock', 'date_conflict', 'team_tax'])
  .describe(
    'what is compared with the level: open external blockers; how many more than at any time within the days; waits longer than 85 % of their pair; days stalled; 1 where no one person with only this is accountable; issues in a circle; blockers due too late; speed tax in per cent over the days',
  );
export type AlertKind = z.infer<typeof alertKind>;

const subject = z.object({ kind: z.enum(['initiative', 'team']), id });
const ruleFields = {
  kind: alertKind,
  level: z.number().positive().max(10_000).describe('raised at it or above, cleared below it less one, or when nothing is left'),
  withinDays: z.int().min(1).max(366).default(7).describe('of a rise and of a tax; others do not look at it'),
  subject: subject
    .nullable()
    .default(null)
    .describe('null: every initiative of the organization; of team_tax every team. A nearer rule of a kind stands before a farther one'),
};
export const newAlertRule = z.strictObject({ ...ruleFields, on: z.boolean().default(true) });
export type NewAlertRule = z.infer<typeof newAlertRule>;

export const alertRuleChange = z.strictObject({
  level: ruleFields.level.optional(),
  withinDays: z.int().min(1).max(366).optional(),
  on: z.boolean().optional(),
});

export const alertRule = z.object({
  id,
  ...ruleFields,
  withinDays: z.int(),
  subject: subject.extend({ name: z.string().nullable().describe('null: it is gone') }).nullable(),
  on: z.boolean(),
  madeBy: z.string(),
  madeAt: instant,
});
export type AlertRule = z.infer<typeof alertRule>;

export const alertRules = page(alertRule).extend({
  watch: z
    .object({ dataCutOff: instant.nullable(), lookedAt: instant.nullable(), unknownBecause: z.string().nullable() })
    .describe(
      'up to when everything has been compared; `unknownBecause`: the last look could say nothing, so that nothing is raised or cleared',
    ),
});
export type AlertRules = z.infer<typeof alertRules>;

export const alertPreview = z.object({
  from: instant,
  to: instant,
  firings: z
    .array(z.object({ subject: subject.extend({ name: z.string() }), raisedAt: instant, clearedAt: instant.nullable(), value: z.number() }))
    .describe('as it would have fired, had every change been synced at once; latest first, at most 200'),
  count: z.int(),
  unknownBecause: z.string().nullable().describe('set where the history of such a figure is not kept: then there are no firings'),
});
export type AlertPreview = z.infer<typeof alertPreview>;

const messageIssue = z.object({
  issueId: id,
  key: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  teamName: z.string().nullable(),
  statusName: z.string().nullable(),
  assignee: z.string().nullable(),
});

export const alertEvent = z.object({
  id,
  kind: z.enum(['raised', 'cleared', 'reminded', 'freed', 'acknowledged', 'snoozed', 'resolved', 'ended']),
  at: instant,
  value: z.number().nullable(),
  by: z.string().nullable(),
  edges: z
    .array(
      z.object({
        blocker: messageIssue,
        blocked: messageIssue,
        usual: z.object({ medianMs: durationMs.nullable(), p85Ms: durationMs.nullable(), waits: z.int() }).nullable(),
      }),
    )
    .describe('raised, reminded: what came since it was last quiet, as it was then; freed: what no longer blocks'),
  moreEdges: z.int(),
});
export type AlertEvent = z.infer<typeof alertEvent>;

export const alert = z.object({
  id,
  ruleId: id,
  kind: alertKind,
  level: z.number(),
  withinDays: z.int(),
  subject: subject.extend({ name: z.string() }),
  value: z.number().describe('the latest that is known'),
  raisedAt: instant,
  acknowledged: z.object({ at: instant, by: z.string() }).nullable(),
  snoozedUntil: instant.nullable(),
  closedAt: instant.nullable(),
  closedBecause: z.enum(['cleared', 'resolved', 'subject_gone', 'rule_changed']).nullable(),
  events: z.array(alertEvent),
});
export type Alert = z.infer<typeof alert>;
export const alerts = page(alert);

export const alertAnswer = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('acknowledge') }),
  z.strictObject({ action: z.literal('snooze'), until: instant.describe('at most a year ahead') }),
  z.strictObject({ action: z.literal('resolve') }),
]);
export type AlertAnswer = z.infer<typeof alertAnswer>;
