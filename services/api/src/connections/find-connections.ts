import type { Connection } from '@speedtax/contract';
import { type DatabaseTransaction, findAnalysis } from '@speedtax/storage/analytics';
import { presentConnection } from '../present/present-connection.ts';

interface Filter {
  readonly id?: string;
  readonly afterId?: string | null;
  readonly limit: number;
}

/** Connections by id, never with their credentials. */
export async function listConnections(
  trx: DatabaseTransaction,
  organizationId: string,
  { id, afterId, limit }: Filter,
): Promise<Connection[]> {
  const rows = await trx
    .selectFrom('connection as c')
    .select([
      'c.id',
      'c.provider',
      'c.name',
      'c.base_url',
      'c.workspace_name',
      'c.deployment',
      'c.status',
      'c.status_reason',
      'c.paused_at',
      'c.disconnected_at',
      'c.last_synced_at',
      'c.created_at',
    ])
    .select((query) =>
      query
        .selectFrom('sync as s')
        .select('s.id')
        .where('s.organization_id', '=', organizationId)
        .whereRef('s.connection_id', '=', 'c.id')
        .where('s.kind', '<>', 'targeted')
        .orderBy('s.created_at', 'desc')
        .limit(1)
        .as('latest_sync_id'),
    )
    .where('c.organization_id', '=', organizationId)
    .$if(id !== undefined, (query) => query.where('c.id', '=', id as string))
    .$if(typeof afterId === 'string', (query) => query.where('c.id', '>', afterId as string))
    .orderBy('c.id')
    .limit(limit)
    .execute();
  const coverage = (await findAnalysis(trx, organizationId))?.coverage ?? {};
  return rows.map((row) => presentConnection(row, coverage[row.id]));
}
