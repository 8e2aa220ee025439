import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { initiative, initiativeBlocker, initiativeDetail, initiativeTimeline, planStatus, projectBlocker } from '../initiative.ts';
import { inputs } from '../inputs.ts';
import { pastPage } from '../past-stamp.ts';
import { asOf, idParams, pageQuery, windowQuery } from '../query.ts';

export const listInitiatives = endpoint({
  method: 'get',
  path: '/api/v1/initiatives',
  name: 'listInitiatives',
  access: 'read',
  status: 200,
  query: z.strictObject({ ...pageQuery.shape, ...windowQuery.shape, status: planStatus.optional() }),
  answer: pastPage(initiative),
  refusals: [503],
  summary:
    'Who is accountable for each initiative, what blocks it now and how long it has waited: in its whole life unless `from` and `to` bound it.',
});

export const getInitiative = endpoint({
  method: 'get',
  path: '/api/v1/initiatives/{id}',
  name: 'getInitiative',
  access: 'read',
  status: 200,
  params: idParams,
  query: windowQuery,
  answer: initiativeDetail,
  refusals: [404, 503],
  summary: 'One initiative with its changes of owner, its projects and its place among the others.',
});

export const listInitiativeBlockers = endpoint({
  method: 'get',
  path: '/api/v1/initiatives/{id}/blockers',
  name: 'listInitiativeBlockers',
  access: 'read',
  status: 200,
  params: idParams,
  query: pageQuery.extend({ asOf }),
  answer: pastPage(initiativeBlocker).extend({
    projects: z.array(projectBlocker).describe('blockers that are projects, on the first page only'),
  }),
  refusals: [404, 503],
  summary: 'The open issues of other teams that block the initiative now, oldest first, each with the issues it blocks.',
});

export const getInitiativeInputs = endpoint({
  method: 'get',
  path: '/api/v1/initiatives/{id}/inputs',
  name: 'getInitiativeInputs',
  access: 'read',
  status: 200,
  params: idParams,
  query: windowQuery,
  answer: inputs,
  refusals: [404, 503],
  summary: 'What a named person can move this week. The last 90 days with data unless `from` and `to` say otherwise.',
});

export const getInitiativeTimeline = endpoint({
  method: 'get',
  path: '/api/v1/initiatives/{id}/timeline',
  name: 'getInitiativeTimeline',
  access: 'read',
  status: 200,
  params: idParams,
  query: windowQuery,
  answer: initiativeTimeline,
  refusals: [404, 503],
  summary: 'Day by day: in play, waiting, stalled, and which blockers stood in the way.',
});
