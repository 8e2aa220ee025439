import type { Calendar } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import { calendarOf, getOrganizationSettings } from '../organization/organization-settings.ts';
import type { Tables } from '../tables.ts';

export interface SyncEvidence {
  readonly calendar: Calendar;
  /** The instant up to which every connection has been read; null when none has. */
  readonly dataCutOffAt: Date | null;
  /** Syncs that have read everything and wait for their figures. */
  readonly analyzingSyncIds: readonly string[];
}

/**
 * What an analysis may rest on. A connection's evidence holds for when its last complete sync began to read; until one is
 * complete, for when the latest one did.
 */
export async function findSyncEvidence(trx: Transaction<Tables>, organizationId: string): Promise<SyncEvidence> {
  const settings = await getOrganizationSettings(trx, organizationId);
  const { rows } = await sql<{ read_at: Date }>`
    select distinct on (connection_id) read_at
    from sync
    where organization_id = ${organizationId} and read_at is not null
    order by connection_id, state in ('analyzing', 'done') desc, read_at desc
  `.execute(trx);
  const analyzing = await trx
    .selectFrom('sync')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'analyzing')
    .execute();
  return {
    calendar: calendarOf(settings),
    dataCutOffAt: rows.reduce<Date | null>((earliest, { read_at }) => (earliest && earliest < read_at ? earliest : read_at), null),
    analyzingSyncIds: analyzing.map((sync) => sync.id),
  };
}
