import { randomUUID } from 'node:crypto';
import { endpoints } from '@speedtax/contract';
import { sealSecret } from '@speedtax/runtime';
import { writeLinearCredentials } from '@speedtax/trackers';
import { listConnections } from '../connections/find-connections.ts';
import { requestSync } from '../connections/request-sync.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const createConnection = route(endpoints.createConnection, async ({ body, principal, response }, context) => {
  const { database, queue, secretKeys, checkCredentials } = context;
  const { organizationId } = principal;
  if (body.provider !== 'linear') {
    throw new HttpProblem(422, 'provider_not_supported', 'Jira cannot be connected yet', { detail: 'This version reads Linear only.' });
  }
  const answer = await checkCredentials(body);
  if (!answer.ok) throw new HttpProblem(422, answer.code, 'The tracker cannot be connected', { detail: answer.reason });

  const connectionId = randomUUID();
  const credentials = await sealSecret(
    secretKeys,
    { organizationId, rowId: connectionId },
    writeLinearCredentials({ apiKey: body.apiKey }),
  );
  const { connection, syncId } = await database.inOrganization(organizationId, async (trx) => {
    await trx
      .insertInto('connection')
      .values({
        organization_id: organizationId,
        id: connectionId,
        provider: 'linear',
        name: body.name,
        base_url: answer.baseUrl,
        credentials,
        status: 'pending',
        workspace_name: answer.workspaceName,
      })
      .execute();
    const inserted = await requestSync(trx, organizationId, connectionId);
    const [created] = await listConnections(trx, organizationId, { id: connectionId, limit: 1 });
    if (!created || !inserted) throw new Error(`Connection ${connectionId} is gone right after it was made`);
    return { connection: created, syncId: inserted };
  });
  await queue.enqueue('sync.step', { organizationId, connectionId, syncId });
  response.location(`/api/v1/connections/${connectionId}`);
  return connection;
});
