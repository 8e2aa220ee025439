import { hash } from 'node:crypto';
import type { SyncProblem } from '../write/sync-problem.ts';

/** The same problem of a sync has one id, however often its page is read. */
export function deriveProblemId(syncId: string, { kind, subject, detail }: SyncProblem): string {
  const hex = hash('sha1', JSON.stringify([syncId, kind, subject, detail]), 'hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
