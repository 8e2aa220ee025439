import { id, page } from '../common.ts';
import { endpoint } from '../endpoint.ts';
import { pageQuery, windowQuery } from '../query.ts';
import { bucket, series, speedTax } from '../speed-tax.ts';
import { team } from '../team.ts';

export const listTeams = endpoint({
  method: 'get',
  path: '/api/v1/teams',
  name: 'listTeams',
  access: 'read',
  status: 200,
  query: pageQuery,
  answer: page(team),
  summary: 'Every team, whether anything was in play or not.',
});

export const getSpeedTax = endpoint({
  method: 'get',
  path: '/api/v1/speed-tax',
  name: 'getSpeedTax',
  access: 'read',
  status: 200,
  query: windowQuery,
  answer: speedTax,
  refusals: [503],
  summary: 'The speed tax by team and by pair of teams. The last 90 days with data unless `from` and `to` say otherwise.',
});

export const getSpeedTaxSeries = endpoint({
  method: 'get',
  path: '/api/v1/speed-tax/series',
  name: 'getSpeedTaxSeries',
  access: 'read',
  status: 200,
  query: windowQuery.extend({ bucket: bucket.default('week'), teamId: id.optional() }),
  answer: series,
  refusals: [404, 503],
  summary: 'The speed tax over time, of the company or of one team. Weeks begin on Monday.',
});
