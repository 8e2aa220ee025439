import { z } from 'zod';
import { alert, alertAnswer, alertPreview, alertRule, alertRuleChange, alertRules, alerts, newAlertRule } from '../alert.ts';
import { id } from '../common.ts';
import { endpoint } from '../endpoint.ts';
import { idParams, pageQuery } from '../query.ts';

export const listAlertRules = endpoint({
  method: 'get',
  path: '/api/v1/alert-rules',
  name: 'listAlertRules',
  access: 'read',
  status: 200,
  answer: alertRules,
  summary: 'What is watched, at most 200 rules. An organization begins with two: 3 external blockers, and 2 more within 7 days.',
});

export const createAlertRule = endpoint({
  method: 'post',
  path: '/api/v1/alert-rules',
  name: 'createAlertRule',
  access: 'write',
  status: 201,
  body: newAlertRule,
  answer: alertRule,
  refusals: [422],
  summary: 'Watches something from the next sync on. What is so by then is noted, and nobody is told.',
});

export const changeAlertRule = endpoint({
  method: 'patch',
  path: '/api/v1/alert-rules/{id}',
  name: 'changeAlertRule',
  access: 'write',
  status: 200,
  params: idParams,
  body: alertRuleChange,
  answer: alertRule,
  refusals: [404],
  summary: 'Changes a level, or switches a rule on or off. Its open alerts end, and it looks anew from the next sync on.',
});

export const deleteAlertRule = endpoint({
  method: 'delete',
  path: '/api/v1/alert-rules/{id}',
  name: 'deleteAlertRule',
  access: 'write',
  status: 204,
  params: idParams,
  answer: null,
  refusals: [404],
  summary: 'Watches it no more. Its open alerts end; its history stays.',
});

export const previewAlertRule = endpoint({
  method: 'post',
  path: '/api/v1/alert-rules/preview',
  name: 'previewAlertRule',
  access: 'read',
  status: 200,
  body: newAlertRule,
  answer: alertPreview,
  refusals: [503],
  summary: 'What a rule would have fired in the 90 days up to the data cut-off. Nothing is stored and nobody is told.',
});

export const listAlerts = endpoint({
  method: 'get',
  path: '/api/v1/alerts',
  name: 'listAlerts',
  access: 'read',
  status: 200,
  query: pageQuery.extend({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    open: z.stringbool().optional(),
    subjectId: id.optional(),
  }),
  answer: alerts,
  summary: 'Alerts, the latest first, each with what happened to it.',
});

export const answerAlert = endpoint({
  method: 'post',
  path: '/api/v1/alerts/{id}/answer',
  name: 'answerAlert',
  access: 'write',
  status: 200,
  params: idParams,
  body: alertAnswer,
  answer: alert,
  refusals: [404, 409],
  summary: 'Takes note of an open alert, puts it off, or puts it to rest: then it must get well before it is raised again.',
});
