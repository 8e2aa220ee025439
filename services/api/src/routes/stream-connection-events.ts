import { endpoints, type SyncEvent } from '@speedtax/contract';
import type { Principal } from '../auth/principal.ts';
import { findSync } from '../connections/find-sync.ts';
import type { ApiContext } from '../context.ts';
import { openEventStream } from '../http/event-stream.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { streamRoute } from '../http/route.ts';
import { presentSyncEvent } from '../present/present-sync.ts';

/** Progress is read from the tables, which hold the truth; any number of API processes can stream it. */
export const streamConnectionEvents = streamRoute(
  endpoints.streamConnectionEvents,
  async ({ params: { id }, principal, response }, context) => {
    const first = await findEvent(context, principal, id);
    if (first === 'gone') throw notFound('connection');
    const stream = openEventStream(response, context.limits);
    if (!stream) throw new HttpProblem(503, 'too_many_streams', 'Too many progress streams are open');

    let sent = '';
    for (let event: SyncEvent | 'none' | 'gone' = first; event !== 'gone'; event = await findEvent(context, principal, id)) {
      const data = JSON.stringify(event);
      if (event !== 'none' && data !== sent) stream.send('sync', data);
      sent = data;
      if (!(await stream.pause(context.limits.streamPollMs))) break;
    }
    stream.close();
  },
);

/** How the latest sync of a connection stands: 'none' where there was no sync, 'gone' where there is no connection. */
function findEvent({ database }: ApiContext, { organizationId }: Principal, connectionId: string): Promise<SyncEvent | 'none' | 'gone'> {
  return database.inOrganization(
    organizationId,
    async (trx) => {
      const connection = await trx
        .selectFrom('connection')
        .select(['status', 'last_synced_at'])
        .where('organization_id', '=', organizationId)
        .where('id', '=', connectionId)
        .executeTakeFirst();
      if (!connection) return 'gone';
      const sync = await findSync(trx, organizationId, { latestOf: connectionId });
      return sync ? presentSyncEvent(sync, connection) : 'none';
    },
    { readOnly: true },
  );
}
