import { z } from 'zod';
import { id } from '../common.ts';
import { endpoint } from '../endpoint.ts';
import { deadlocks, issueRow, issueWaits } from '../issue.ts';
import { pastPage } from '../past-stamp.ts';
import { asOf, idParams, pageQuery, windowQuery } from '../query.ts';

const listIssuesQuery = z.strictObject({
  ...pageQuery.shape,
  ...windowQuery.shape,
  waiting: z.literal('true').optional().describe('issues that waited'),
  flagged: z.literal('true').optional().describe('instead: issues that were marked as impeded, in play and not waiting'),
  teamId: id.optional().describe('the team that waited, or owned the flagged issue'),
  blockingTeamId: id.optional().describe('the team it waited for: `waitingMs` is then the share of that team'),
  initiativeId: id.optional(),
});

export const listIssues = endpoint({
  method: 'get',
  path: '/api/v1/issues',
  name: 'listIssues',
  access: 'read',
  status: 200,
  query: listIssuesQuery,
  answer: pastPage(issueRow),
  refusals: [503],
  summary:
    'With `from` or `to`: the issues that waited (or were flagged) in that window, longest first. Without: those that wait now, oldest wait first.',
});

export const getIssueWaits = endpoint({
  method: 'get',
  path: '/api/v1/issues/{id}/waits',
  name: 'getIssueWaits',
  access: 'read',
  status: 200,
  params: idParams,
  query: windowQuery,
  answer: issueWaits,
  refusals: [404, 503],
  summary: 'The intervals, blockers, teams and tracker links behind the figures: they sum to what the figures count.',
});

export const getDeadlocks = endpoint({
  method: 'get',
  path: '/api/v1/deadlocks',
  name: 'getDeadlocks',
  access: 'read',
  status: 200,
  query: z.strictObject({ asOf }),
  answer: deadlocks,
  refusals: [503],
  summary: 'Open issues that block each other in a circle across teams, now.',
});
