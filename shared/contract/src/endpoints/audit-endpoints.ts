import { auditEntry } from '../audit.ts';
import { page } from '../common.ts';
import { endpoint } from '../endpoint.ts';
import { pageQuery } from '../query.ts';

export const listAudit = endpoint({
  method: 'get',
  path: '/api/v1/audit',
  name: 'listAudit',
  access: 'admin',
  status: 200,
  query: pageQuery,
  answer: page(auditEntry),
  summary: 'Everything that changed who can see or do what, latest first.',
});
