import { openSecret, sealSecret } from '@speedtax/runtime';
import { type FactPlace, listAllRawItems, storeCredentials } from '@speedtax/storage/facts';
import { type KeptItem, openTracker as openAnyTracker, type Tracker } from '@speedtax/trackers';
import type { SyncContext } from '../context.ts';

export interface ConnectionRow {
  readonly id: string;
  readonly organization_id: string;
  readonly provider: 'linear' | 'jira';
  readonly base_url: string;
  readonly deployment: 'cloud' | 'server' | null;
  readonly mapping: Record<string, unknown>;
  /** Sealed. */
  readonly credentials: string;
}

/** The tracker of a connection for one turn. The credentials are opened here and live no longer than it. */
export async function openTracker(context: SyncContext, connection: ConnectionRow, signal: AbortSignal): Promise<Tracker> {
  const { database, fetch, now, secretKeys } = context;
  const place = { organizationId: connection.organization_id, connectionId: connection.id };
  const sealedFor = { organizationId: place.organizationId, rowId: place.connectionId };
  return openAnyTracker({
    provider: connection.provider,
    connectionId: connection.id,
    baseUrl: connection.base_url,
    deployment: connection.deployment,
    mapping: connection.mapping,
    credentials: await openSecret(secretKeys, sealedFor, connection.credentials),
    hasOthers: await hasOthers(context, place),
    fetch,
    signal,
    now,
    listKept: (kinds) => listKept(context, place, kinds),
    async storeCredentials(renewed) {
      const sealed = await sealSecret(secretKeys, sealedFor, renewed);
      await database.inOrganization(place.organizationId, (trx) => storeCredentials(trx, place, sealed));
    },
  });
}

/** Whether the company reads other trackers too. */
async function hasOthers({ database }: SyncContext, { organizationId, connectionId }: FactPlace): Promise<boolean> {
  const other = await database.inOrganization(
    organizationId,
    (trx) =>
      trx
        .selectFrom('connection')
        .select('id')
        .where('organization_id', '=', organizationId)
        .where('id', '<>', connectionId)
        .limit(1)
        .executeTakeFirst(),
    { readOnly: true },
  );
  return other !== undefined;
}

/** Everything that is kept under these names. */
export async function listKept({ database }: SyncContext, place: FactPlace, kinds: readonly string[]): Promise<KeptItem[]> {
  if (kinds.length === 0) return [];
  return database.inOrganization(place.organizationId, (trx) => listAllRawItems(trx, place, kinds), { readOnly: true });
}
