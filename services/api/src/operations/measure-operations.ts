import type { ApiContext } from '../context.ts';

/** What somebody who runs an installation watches. */
export interface Operations {
  /** Looks how things stand, so that the measurements tell of now. */
  look(): Promise<void>;
}

const mostConnections = 10_000;

/** Gauges of what the tables and queues hold, whichever process does the work. */
export function measureOperations({ database, queue, metrics, logger, now }: ApiContext): Operations {
  const depth = metrics.gauge('speedtax_queue_jobs', 'Jobs by queue and state', ['queue', 'state']);
  const lag = metrics.gauge('speedtax_sync_lag_seconds', 'Age of what was last read completely, by connection', ['connection']);
  const states = metrics.gauge('speedtax_connections', 'Connections by state', ['status']);
  const requests = metrics.gauge('speedtax_sync_requests', 'Requests of the latest complete reading, by connection', ['connection']);

  async function look(): Promise<void> {
    for (const [name, counts] of Object.entries(await queue.counts()))
      for (const [state, jobs] of Object.entries(counts)) depth.set({ queue: name, state }, jobs);
    const connections = await database.asSystem((trx) =>
      trx
        .selectFrom('connection as c')
        .select(['c.id', 'c.status', 'c.last_synced_at', 'c.paused_at', 'c.disconnected_at'])
        .select((query) =>
          query
            .selectFrom('sync as s')
            .select('s.requests')
            .whereRef('s.organization_id', '=', 'c.organization_id')
            .whereRef('s.connection_id', '=', 'c.id')
            .where('s.kind', '<>', 'targeted')
            .where('s.state', '=', 'done')
            .orderBy('s.created_at', 'desc')
            .limit(1)
            .as('requests'),
        )
        .limit(mostConnections)
        .execute(),
    );
    for (const gauge of [lag, states, requests]) gauge.reset();
    for (const { id, status, last_synced_at, paused_at, disconnected_at, requests: asked } of connections) {
      states.inc({ status: disconnected_at ? 'disconnected' : paused_at ? 'paused' : status });
      if (asked !== null) requests.set({ connection: id }, asked);
      if (last_synced_at && !paused_at && !disconnected_at)
        lag.set({ connection: id }, Math.max(0, now() - last_synced_at.getTime()) / 1000);
    }
  }

  return {
    // A watcher is told what this process knows, also while the database does not answer.
    look: () => look().catch((error: unknown) => logger.warn({ err: error }, 'not everything could be measured')),
  };
}
