import type { Connection } from '@speedtax/contract';
import { sealSecret } from '@speedtax/runtime';
import { recordAudit } from '@speedtax/storage/accounts';
import type { Principal } from '../auth/principal.ts';
import type { ApiContext } from '../context.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import type { CheckedConnection } from './check-credentials.ts';
import { listConnections } from './find-connections.ts';
import { requestSync } from './request-sync.ts';

/** Gives a connection other credentials to the same workspace, and takes up where the former ones failed. @throws HttpProblem */
export async function replaceCredentials(
  { database, queue, secretKeys, now }: ApiContext,
  { organizationId, actor }: Principal,
  connectionId: string,
  checked: CheckedConnection,
): Promise<Connection> {
  const credentials = await sealSecret(secretKeys, { organizationId, rowId: connectionId }, checked.credentials);
  const { connection, syncId } = await database.inOrganization(organizationId, async (trx) => {
    const known = await trx
      .selectFrom('connection')
      .select(['name', 'external_id', 'workspace_name', 'paused_at'])
      .where('organization_id', '=', organizationId)
      .where('id', '=', connectionId)
      .forUpdate()
      .executeTakeFirst();
    if (!known) throw notFound('connection');
    if (known.external_id !== null && known.external_id !== checked.workspaceId)
      throw otherWorkspace(known.workspace_name, checked.workspaceName);
    await trx
      .updateTable('connection')
      .set({ credentials, disconnected_at: null, status: 'pending', status_reason: null, base_url: checked.baseUrl })
      .where('organization_id', '=', organizationId)
      .where('id', '=', connectionId)
      .execute();
    await recordAudit(trx, {
      organizationId,
      actor,
      action: 'connection.credentials_changed',
      subject: { kind: 'connection', id: connectionId, name: known.name },
      at: new Date(now()),
    });
    const asked = known.paused_at === null ? await requestSync(trx, organizationId, connectionId) : null;
    const [changed] = await listConnections(trx, organizationId, { id: connectionId, limit: 1 });
    if (!changed) throw notFound('connection');
    return { connection: changed, syncId: asked ?? null };
  });
  if (syncId !== null) await queue.enqueue('sync.step', { organizationId, connectionId, syncId });
  return connection;
}

function otherWorkspace(known: string | null, given: string): HttpProblem {
  return new HttpProblem(422, 'other_workspace', 'These credentials open another workspace', {
    detail: `They open “${given}”; this connection reads “${known ?? 'another one'}”. Its history would be mixed up.`,
  });
}
