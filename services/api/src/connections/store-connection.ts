import { randomUUID } from 'node:crypto';
import type { Connection } from '@speedtax/contract';
import { sealSecret } from '@speedtax/runtime';
import { recordAudit } from '@speedtax/storage/accounts';
import type { Principal } from '../auth/principal.ts';
import type { ApiContext } from '../context.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { findOrMakeWebhook } from '../webhooks/webhook-secret.ts';
import type { CheckedConnection } from './check-credentials.ts';
import { listConnections } from './find-connections.ts';
import { insertConnection } from './insert-connection.ts';
import { requestSync } from './request-sync.ts';

export interface ConnectionToStore {
  readonly provider: 'linear' | 'jira';
  readonly name: string;
  readonly checked: CheckedConnection;
  /** Nothing is read before it is resumed. */
  readonly startsPaused: boolean;
}

/** Connects with credentials that the tracker has accepted, and has everything read. @throws HttpProblem 409 for a workspace that is connected */
export async function storeConnection(
  context: ApiContext,
  { organizationId, actor }: Principal,
  { provider, name, checked, startsPaused }: ConnectionToStore,
): Promise<Connection> {
  const { database, queue, secretKeys, now } = context;
  const connectionId = randomUUID();
  const place = { organizationId, connectionId };
  const credentials = await sealSecret(secretKeys, { organizationId, rowId: connectionId }, checked.credentials);
  const { connection, syncId } = await database.inOrganization(organizationId, async (trx) => {
    const isNew = await insertConnection(trx, { ...checked, ...place, provider, name, credentials });
    if (!isNew) throw connectedAlready(checked.workspaceName);
    await findOrMakeWebhook(trx, context, place);
    await recordAudit(trx, {
      organizationId,
      actor,
      action: 'connection.created',
      subject: { kind: 'connection', id: connectionId, name },
      detail: { provider, workspaceName: checked.workspaceName },
      at: new Date(now()),
    });
    if (startsPaused)
      await trx
        .updateTable('connection')
        .set({ paused_at: new Date(now()) })
        .where('organization_id', '=', organizationId)
        .where('id', '=', connectionId)
        .execute();
    const asked = startsPaused ? null : await requestSync(trx, organizationId, connectionId);
    const [created] = await listConnections(trx, organizationId, { id: connectionId, limit: 1 });
    if (!created || asked === undefined) throw new Error(`Connection ${connectionId} is gone right after it was made`);
    return { connection: created, syncId: asked };
  });
  if (syncId !== null) await queue.enqueue('sync.step', { ...place, syncId });
  return connection;
}

function connectedAlready(workspaceName: string): HttpProblem {
  return new HttpProblem(409, 'already_connected', 'This workspace is connected already', {
    detail: `“${workspaceName}” has a connection: connected twice, its issues would be there twice. Change the credentials of that connection instead.`,
  });
}
