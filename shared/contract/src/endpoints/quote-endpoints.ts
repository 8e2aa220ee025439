import { id } from '../common.ts';
import { endpoint } from '../endpoint.ts';
import { windowQuery } from '../query.ts';
import { quotes } from '../quote.ts';

export const listQuotes = endpoint({
  method: 'get',
  path: '/api/v1/quotes',
  name: 'listQuotes',
  access: 'read',
  status: 200,
  query: windowQuery.extend({ waitingTeamId: id.optional(), blockingTeamId: id.optional() }),
  answer: quotes,
  refusals: [404, 503],
  summary:
    'How long teams wait on each other, from the waits that began in the window: the year up to the data cut-off unless `from` and `to` say otherwise.',
});
