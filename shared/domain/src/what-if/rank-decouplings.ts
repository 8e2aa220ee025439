import { compareIds, type TeamPair, type WaitSet } from './wait-set.ts';

/** A suggestion: what to take apart next, and what that saves on top of everything before it. */
export interface Decoupling {
  /** One pair. Several, of one waiting team, where none of them saves anything while another is left. */
  readonly remove: readonly TeamPair[];
  readonly savedMs: number;
  /** With everything before it. */
  readonly savedSoFarMs: number;
  /** What would still be waited. */
  readonly remainingMs: number;
}

/** What one waiting team gains most by: `blockingTeamIds` taken out of all its sets at once. */
interface Gain {
  readonly waitingTeamId: string;
  readonly blockingTeamIds: readonly string[];
  readonly savedMs: number;
}

/**
 * The changes that save most, greedily. Removing a pair only ever makes other pairs of the same waiting team worth more, so
 * what each saves is counted again after every step. A set with several teams left saves nothing until the last of them is gone:
 * such teams are suggested together, the fewest first, once no single pair saves anything. Ties by id.
 */
export function rankDecouplings(waitSets: readonly WaitSet[], limit: number): Decoupling[] {
  const setsOf = Map.groupBy(
    waitSets.filter(({ blockingTeamIds, waitingMs }) => blockingTeamIds.length > 0 && waitingMs > 0),
    (set) => set.waitingTeamId,
  );
  const gains = new Map([...setsOf].map(([teamId, sets]) => [teamId, findGain(teamId, sets)]));
  let remainingMs = [...setsOf.values()].flat().reduce((sum, { waitingMs }) => sum + waitingMs, 0);
  let savedSoFarMs = 0;

  const ranked: Decoupling[] = [];
  while (ranked.length < limit && gains.size > 0) {
    const { waitingTeamId, blockingTeamIds, savedMs } = [...gains.values()].reduce((best, gain) =>
      compareGains(gain, best) < 0 ? gain : best,
    );
    savedSoFarMs += savedMs;
    remainingMs -= savedMs;
    const remove = blockingTeamIds.map((blockingTeamId) => ({ waitingTeamId, blockingTeamId }));
    ranked.push({ remove, savedMs, savedSoFarMs, remainingMs });

    const left = takeOut(setsOf.get(waitingTeamId)!, blockingTeamIds);
    setsOf.set(waitingTeamId, left);
    if (left.length === 0) gains.delete(waitingTeamId);
    else gains.set(waitingTeamId, findGain(waitingTeamId, left));
  }
  return ranked;
}

/** Of sets that are not empty. Only the smallest can be emptied by so few removals, each by exactly its own teams. */
function findGain(waitingTeamId: string, sets: readonly WaitSet[]): Gain {
  const fewest = sets.reduce((least, { blockingTeamIds }) => Math.min(least, blockingTeamIds.length), Infinity);
  const gains = new Map<string, Gain>();
  for (const { blockingTeamIds, waitingMs } of sets) {
    if (blockingTeamIds.length > fewest) continue;
    const sorted = [...blockingTeamIds].sort(compareIds);
    const key = sorted.join(' ');
    gains.set(key, { waitingTeamId, blockingTeamIds: sorted, savedMs: (gains.get(key)?.savedMs ?? 0) + waitingMs });
  }
  return [...gains.values()].reduce((best, gain) => (compareGains(gain, best) < 0 ? gain : best));
}

function takeOut(sets: readonly WaitSet[], teamIds: readonly string[]): WaitSet[] {
  return sets
    .map((set) => ({ ...set, blockingTeamIds: set.blockingTeamIds.filter((teamId) => !teamIds.includes(teamId)) }))
    .filter(({ blockingTeamIds }) => blockingTeamIds.length > 0);
}

/** Negative where `a` is suggested first. */
function compareGains(a: Gain, b: Gain): number {
  return (
    a.blockingTeamIds.length - b.blockingTeamIds.length ||
    b.savedMs - a.savedMs ||
    compareIds(a.waitingTeamId, b.waitingTeamId) ||
    compareIds(a.blockingTeamIds.join(' '), b.blockingTeamIds.join(' '))
  );
}
