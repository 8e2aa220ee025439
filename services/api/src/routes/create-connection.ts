import { randomUUID } from 'node:crypto';
import { endpoints } from '@speedtax/contract';
import { sealSecret } from '@speedtax/runtime';
import { listConnections } from '../connections/find-connections.ts';
import { insertConnection } from '../connections/insert-connection.ts';
import { requestSync } from '../connections/request-sync.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { findOrMakeWebhook } from '../webhooks/webhook-secret.ts';

export const createConnection = route(endpoints.createConnection, async ({ body, principal, response }, context) => {
  const { database, queue, secretKeys, checkCredentials } = context;
  const { organizationId } = principal;
  const answer = await checkCredentials(body);
  if (!answer.ok) throw new HttpProblem(422, answer.code, 'The tracker cannot be connected', { detail: answer.reason });

  const connectionId = randomUUID();
  const credentials = await sealSecret(secretKeys, { organizationId, rowId: connectionId }, answer.credentials);
  const { provider, name } = body;
  const { connection, syncId } = await database.inOrganization(organizationId, async (trx) => {
    const isNew = await insertConnection(trx, { ...answer, organizationId, connectionId, provider, name, credentials });
    if (!isNew) throw connectedAlready(answer.workspaceName);
    await findOrMakeWebhook(trx, context, { organizationId, connectionId });
    const inserted = await requestSync(trx, organizationId, connectionId);
    const [created] = await listConnections(trx, organizationId, { id: connectionId, limit: 1 });
    if (!created || !inserted) throw new Error(`Connection ${connectionId} is gone right after it was made`);
    return { connection: created, syncId: inserted };
  });
  await queue.enqueue('sync.step', { organizationId, connectionId, syncId });
  response.location(`/api/v1/connections/${connectionId}`);
  return connection;
});

function connectedAlready(workspaceName: string): HttpProblem {
  return new HttpProblem(409, 'already_connected', 'This workspace is connected already', {
    detail: `“${workspaceName}” has a connection: connected twice, its issues would be there twice. Delete that connection first to use other credentials.`,
  });
}
