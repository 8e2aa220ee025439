import { openSecret } from '@speedtax/runtime';
import { openTracker as openAnyTracker, type Tracker } from '@speedtax/trackers';
import type { SyncContext } from '../context.ts';

export interface ConnectionRow {
  readonly id: string;
  readonly organization_id: string;
  readonly provider: 'linear' | 'jira';
  readonly base_url: string;
  /** Sealed. */
  readonly credentials: string;
}

/** The tracker of a connection for one turn. The credentials are opened here and live no longer than it. */
export async function openTracker(context: SyncContext, connection: ConnectionRow, signal: AbortSignal): Promise<Tracker> {
  const { fetch, now, secretKeys } = context;
  const place = { organizationId: connection.organization_id, rowId: connection.id };
  return openAnyTracker({
    provider: connection.provider,
    connectionId: connection.id,
    baseUrl: connection.base_url,
    credentials: await openSecret(secretKeys, place, connection.credentials),
    mapping: null,
    fetch,
    signal,
    now,
    listKept: async () => [],
    storeCredentials: async () => {},
  });
}
