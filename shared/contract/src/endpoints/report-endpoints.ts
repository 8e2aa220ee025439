import { endpoint } from '../endpoint.ts';
import { packQuery, planningPack } from '../planning-pack.ts';

export const getQuarterlyReport = endpoint({
  method: 'get',
  path: '/api/v1/reports/quarterly',
  name: 'getQuarterlyReport',
  access: 'read',
  status: 200,
  query: packQuery,
  answer: planningPack,
  alsoAs: ['application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/zip', 'text/markdown'],
  refusals: [503],
  summary:
    'The quarterly planning pack: of a quarter, or of days. The same facts, definitions and range give the same bytes. `csv` is a zip with one file for each table.',
});
