import { endpoints } from '@speedtax/contract';
import { storeConnection } from '../connections/store-connection.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const createConnection = route(endpoints.createConnection, async ({ body, principal, response }, context) => {
  const answer = await context.checkCredentials(body);
  if (!answer.ok) throw new HttpProblem(422, answer.code, 'The tracker cannot be connected', { detail: answer.reason });
  const { provider, name, startsPaused } = body;
  const connection = await storeConnection(context, principal, { provider, name, checked: answer, startsPaused });
  response.location(`/api/v1/connections/${connection.id}`);
  return connection;
});
