import { sql } from 'kysely';
import type { FactPlace } from './fact-place.ts';
import type { FactTransaction } from './upsert-facts.ts';

/** How one connection's syncs stand; times are null where there was none. */
export interface ConnectionSyncs extends FactPlace {
  readonly status: 'pending' | 'syncing' | 'ready' | 'failing' | 'unauthorized';
  /** The newest sync that has not come to its end. */
  readonly unfinished: { readonly id: string; readonly state: 'queued' | 'running' | 'analyzing' } | null;
  readonly lastStartedAt: Date | null;
  /** Of the last backfill or reconcile that came to its end. */
  readonly lastCompleteAt: Date | null;
}

/** Of all organizations, without those that rest; needs a transaction as system. */
export async function listConnectionSyncs(trx: FactTransaction, limit: number): Promise<ConnectionSyncs[]> {
  const { rows } = await sql<ConnectionSyncs>`
    select c.organization_id as "organizationId", c.id as "connectionId", c.status,
      (select jsonb_build_object('id', s.id, 'state', s.state) from sync s
        where s.organization_id = c.organization_id and s.connection_id = c.id and s.state in ('queued', 'running', 'analyzing')
        order by s.state = 'analyzing', s.created_at limit 1) as unfinished,
      (select max(s.created_at) from sync s where s.organization_id = c.organization_id and s.connection_id = c.id and s.kind <> 'targeted') as "lastStartedAt",
      (select max(s.created_at) from sync s
        where s.organization_id = c.organization_id and s.connection_id = c.id and s.state = 'done' and s.kind in ('backfill', 'reconcile')) as "lastCompleteAt"
    from connection c
    where c.paused_at is null and c.disconnected_at is null
    order by c.organization_id, c.id limit ${limit}
  `.execute(trx);
  return rows;
}
