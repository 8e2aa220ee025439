import type { Subject } from '../site/row.ts';
import type { History } from './history.ts';
import { deriveDelayMs, isTold } from './told-entries.ts';

/** When Jira says something was last changed: links move it too, on both ends. */
export function findUpdatedAt({ kind, of }: Subject, linkSkewMs: number, extras: readonly History[] = []): number {
  const latest = Math.max(of.updatedAt, extras.at(-1)?.at ?? 0);
  if (kind !== 'issue') return latest;
  const entry = of.history.findLast(isTold);
  return Math.max(latest, entry ? entry.createdAt + deriveDelayMs(entry, linkSkewMs) : 0);
}
