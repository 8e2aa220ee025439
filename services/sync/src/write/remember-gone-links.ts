import type { KnownLink, LinkChange, SettledDependency } from '@speedtax/domain';
import { sameChangeWithinMs } from '@speedtax/domain';
import type { DependencyEvidence } from '@speedtax/storage/facts';

/**
 * Links that stand, and those that stood when they were last settled but are gone. What a history tells in full, from
 * the addition to the removal, needs no memory: so a new sync of the same tracker comes to the same dependencies.
 * @param goneAt epoch milliseconds at which a link that is gone was found so
 */
export function rememberGoneLinks(evidence: DependencyEvidence, goneAt: number): KnownLink[] {
  const gone = evidence.settled.filter((one) => isGone(one, evidence));
  return [
    ...evidence.links,
    ...gone.map(({ blocker, blocked, from, to, startEvidence }) => ({
      blocker,
      blocked,
      createdAt: startEvidence === 'link' ? from : null,
      absentSince: to ?? goneAt,
    })),
  ];
}

/** Where the tracker does not date its links, the history that does must still do so. */
function isGone(one: SettledDependency, { links, changes }: DependencyEvidence): boolean {
  const { isAdded, isRemoved } = tell(one, changes);
  const standing = links.filter((link) => isSamePair(link, one));
  if (one.startEvidence === 'link') return !standing.some(({ createdAt }) => createdAt === one.from) && !(isAdded && isRemoved);
  return one.startEvidence === 'history' && standing.length === 0 && isAdded && !isRemoved;
}

function tell(gone: SettledDependency, changes: readonly LinkChange[]): { isAdded: boolean; isRemoved: boolean } {
  const ofPair = changes.filter((change) => isSamePair(change, gone));
  const from = gone.from ?? Number.NEGATIVE_INFINITY;
  return {
    isAdded: ofPair.some(({ action, at }) => action === 'added' && Math.abs(at - from) <= sameChangeWithinMs),
    isRemoved: ofPair.some(({ action, at }) => action === 'removed' && at >= from),
  };
}

function isSamePair(a: { blocker: string; blocked: string }, b: { blocker: string; blocked: string }): boolean {
  return a.blocker === b.blocker && a.blocked === b.blocked;
}
