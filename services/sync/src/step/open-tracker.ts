import { openSecret, sealSecret } from '@speedtax/runtime';
import { type FactPlace, listRawItems, storeCredentials } from '@speedtax/storage/facts';
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

const keptPageSize = 5_000;
/** Words of a tracker, not its work: a site with more people and sprints than this is none. */
const maxKept = 500_000;

/** Everything that is kept under these names. */
export async function listKept({ database }: SyncContext, place: FactPlace, kinds: readonly string[]): Promise<KeptItem[]> {
  const kept: KeptItem[] = [];
  for (const kind of kinds) {
    for (let afterId: string | null = null, isMore = true; isMore; ) {
      const page = await database.inOrganization(
        place.organizationId,
        (trx) => listRawItems(trx, place, { kind, afterId, limit: keptPageSize }),
        { readOnly: true },
      );
      kept.push(...page);
      if (kept.length > maxKept) throw new Error(`${kinds.join(', ')}: expected no more than ${maxKept} kept items`);
      afterId = page.at(-1)?.externalId ?? afterId;
      isMore = page.length === keptPageSize;
    }
  }
  return kept;
}
