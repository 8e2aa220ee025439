import type { Watch } from '@speedtax/domain';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

export interface WatchRow {
  /** Null: nothing has been compared yet. */
  readonly watch: Watch | null;
  readonly lookedAt: Date | null;
  /** The last look could not say anything, for this reason. */
  readonly unknownBecause: string | null;
}

/** Until the transaction ends nobody else decides on alerts of this organization. */
export async function lockWatch(trx: Transaction<Tables>, organizationId: string): Promise<void> {
  await trx.selectFrom('alert_watch').select('organization_id').where('organization_id', '=', organizationId).forUpdate().execute();
}

export async function findWatch(trx: Transaction<Tables>, organizationId: string): Promise<WatchRow> {
  const row = await trx.selectFrom('alert_watch').selectAll().where('organization_id', '=', organizationId).executeTakeFirst();
  const { at, engine_version: engineVersion, calendar } = row ?? { at: null, engine_version: null, calendar: null };
  const watch = at === null || engineVersion === null || calendar === null ? null : { at: at.getTime(), engineVersion, calendar };
  return { watch, lookedAt: row?.looked_at ?? null, unknownBecause: row?.unknown_because ?? null };
}

export async function writeWatch(trx: Transaction<Tables>, organizationId: string, watch: Watch, lookedAt: Date): Promise<void> {
  await trx
    .updateTable('alert_watch')
    .set({
      at: new Date(watch.at),
      engine_version: watch.engineVersion,
      calendar: watch.calendar,
      looked_at: lookedAt,
      unknown_because: null,
    })
    .where('organization_id', '=', organizationId)
    .execute();
}

/** What was last known stays. */
export async function noteUnknown(trx: Transaction<Tables>, organizationId: string, because: string, lookedAt: Date): Promise<void> {
  await trx
    .updateTable('alert_watch')
    .set({ unknown_because: because, looked_at: lookedAt })
    .where('organization_id', '=', organizationId)
    .execute();
}
