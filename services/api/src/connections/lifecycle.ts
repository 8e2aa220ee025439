import type { Connection } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import type { Principal } from '../auth/principal.ts';
import type { ApiContext } from '../context.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { listConnections } from './find-connections.ts';
import { requestSync } from './request-sync.ts';

/** Nothing is asked of the tracker until it is resumed; a turn that runs comes to its end. @throws HttpProblem 404 */
export function pauseConnection(context: ApiContext, principal: Principal, id: string): Promise<Connection> {
  return change(context, principal, id, 'connection.paused', async (trx) => {
    await update(trx, principal, id)
      .set({ paused_at: new Date(context.now()) })
      .execute();
    return false;
  });
}

/** Goes on where it was, with what has changed meanwhile. @throws HttpProblem 404, or 409 where there are no credentials */
export function resumeConnection(context: ApiContext, principal: Principal, id: string): Promise<Connection> {
  return change(context, principal, id, 'connection.resumed', async (trx, { isDisconnected }) => {
    if (isDisconnected)
      throw new HttpProblem(409, 'disconnected', 'This connection has no credentials', { detail: 'Give it some, and it goes on.' });
    await update(trx, principal, id).set({ paused_at: null }).execute();
    return true;
  });
}

/** Forgets the credentials; what was read through it stays, and so do its figures. @throws HttpProblem 404 */
export function disconnectConnection(context: ApiContext, principal: Principal, id: string): Promise<Connection> {
  const { organizationId } = principal;
  return change(context, principal, id, 'connection.disconnected', async (trx) => {
    await update(trx, principal, id)
      .set({ disconnected_at: new Date(context.now()), credentials: '', status_reason: null })
      .execute();
    for (const table of ['webhook', 'webhook_delivery', 'sync_hint'] as const)
      await trx.deleteFrom(table).where('organization_id', '=', organizationId).where('connection_id', '=', id).execute();
    await trx
      .updateTable('sync')
      .set({ state: 'failed', error: 'disconnected', finished_at: new Date(context.now()) })
      .where('organization_id', '=', organizationId)
      .where('connection_id', '=', id)
      .where('state', 'in', ['queued', 'running'])
      .execute();
    return false;
  });
}

/** Which teams or projects are read, before anything is. @throws HttpProblem 404, or 409 once something was read */
export function chooseScope(context: ApiContext, principal: Principal, id: string, keys: readonly string[] | null): Promise<Connection> {
  return change(context, principal, id, 'connection.scope_changed', async (trx, { latestSyncId }) => {
    if (latestSyncId !== null)
      throw new HttpProblem(409, 'already_reading', 'It is being read already', {
        detail: 'What is read of a tracker is chosen before it is read for the first time: delete the connection, and connect it again.',
      });
    await update(trx, principal, id)
      .set({ scope: keys === null ? null : [...keys] })
      .execute();
    return false;
  });
}

const update = (trx: DatabaseTransaction, { organizationId }: Principal, id: string) =>
  trx.updateTable('connection').where('organization_id', '=', organizationId).where('id', '=', id);

/** `work` answers whether the tracker is to be asked again. */
async function change(
  { database, queue, now }: ApiContext,
  { organizationId, actor }: Principal,
  id: string,
  action: `connection.${string}`,
  work: (trx: DatabaseTransaction, before: Connection) => Promise<boolean>,
): Promise<Connection> {
  const { after, syncId } = await database.inOrganization(organizationId, async (trx) => {
    const [before] = await listConnections(trx, organizationId, { id, limit: 1 });
    if (!before) throw notFound('connection');
    const isAsked = await work(trx, before);
    await recordAudit(trx, { organizationId, actor, action, subject: { kind: 'connection', id, name: before.name }, at: new Date(now()) });
    const asked = isAsked ? await requestSync(trx, organizationId, id) : undefined;
    const [changed] = await listConnections(trx, organizationId, { id, limit: 1 });
    return { after: changed ?? before, syncId: asked };
  });
  if (syncId !== undefined) await queue.enqueue('sync.step', { organizationId, connectionId: id, syncId });
  return after;
}
