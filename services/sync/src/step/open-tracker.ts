import { openSecret } from '@speedtax/runtime';
import { type LinearClient, makeRateBudget, openLinearClient, type RateBudget, readLinearCredentials } from '@speedtax/trackers';
import type { SyncContext } from '../context.ts';

export interface ConnectionRow {
  readonly id: string;
  readonly organization_id: string;
  readonly base_url: string;
  /** Sealed. */
  readonly credentials: string;
}

/** A client for one turn. The credentials are opened here and live no longer than it. */
export async function openTracker(
  context: SyncContext,
  connection: ConnectionRow,
  signal: AbortSignal,
): Promise<{ client: LinearClient; budget: RateBudget }> {
  const { fetch, now, secretKeys } = context;
  const place = { organizationId: connection.organization_id, rowId: connection.id };
  const { apiKey } = readLinearCredentials(await openSecret(secretKeys, place, connection.credentials));
  const budget = makeRateBudget(now);
  return { client: openLinearClient({ apiKey, apiUrl: connection.base_url, fetch, signal, budget, now }), budget };
}
