import type { KnownLink, LinkChange, SettledDependency } from '@speedtax/domain';
import { sameChangeWithinMs } from '@speedtax/domain';
import type { DependencyEvidence } from '@speedtax/storage/facts';

/**
 * Links that stand, and those that stood when they were last settled but are gone. What a history tells in full, from
 * the addition to the removal, needs no memory: so a new sync of the same tracker comes to the same dependencies.
 * @param goneAt epoch milliseconds at which a link that is gone was found so
 */
export function rememberGoneLinks({ links, changes, settled }: DependencyEvidence, goneAt: number): KnownLink[] {
  const gone = settled.filter(
    (one) =>
      one.startEvidence === 'link' && !links.some((link) => isSamePair(link, one) && link.createdAt === one.from) && !isTold(one, changes),
  );
  return [...links, ...gone.map(({ blocker, blocked, from, to }) => ({ blocker, blocked, createdAt: from, absentSince: to ?? goneAt }))];
}

function isTold(gone: SettledDependency, changes: readonly LinkChange[]): boolean {
  const ofPair = changes.filter((change) => isSamePair(change, gone));
  const from = gone.from ?? Number.NEGATIVE_INFINITY;
  const isAdded = ofPair.some(({ action, at }) => action === 'added' && Math.abs(at - from) <= sameChangeWithinMs);
  return isAdded && ofPair.some(({ action, at }) => action === 'removed' && at >= from);
}

function isSamePair(a: { blocker: string; blocked: string }, b: { blocker: string; blocked: string }): boolean {
  return a.blocker === b.blocker && a.blocked === b.blocked;
}
