import { randomUUID } from 'node:crypto';
import {
  deleteSyncHints,
  type FactPlace,
  type FactTransaction,
  findHintedConnection,
  listSyncHints,
  queueHintedSync,
  type SyncRun,
} from '@speedtax/storage/facts';
import { decideHints, maxTargetedIssues } from './decide-hints.ts';

/** A sync for what the tracker has hinted at; `inMs`: there will be one; null: it has hinted at nothing. */
export async function beginHintedSync(trx: FactTransaction, place: FactPlace, now: number): Promise<SyncRun | { inMs: number } | null> {
  const hints = await listSyncHints(trx, place, maxTargetedIssues + 2);
  if (hints.length === 0) return null;
  const call = decideHints(hints, await findHintedConnection(trx, place), now);
  if (call === null || 'inMs' in call) return call;
  // What is noted now, all that has changed includes: it begins to read after.
  if (call.start === 'incremental') await deleteSyncHints(trx, place, hints);
  return queueHintedSync(trx, place, { id: randomUUID(), kind: call.start, at: new Date(now) });
}
