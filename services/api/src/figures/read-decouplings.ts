import type { Decoupling, DependencyDescription } from '@speedtax/contract';
import { comparePairs, rankDecouplings, type TeamPair } from '@speedtax/domain';
import { listWaitSets } from '@speedtax/storage/analytics';
import type { FigureWindow } from './figure-window.ts';
import { readDependencies } from './read-dependencies.ts';
import type { FigureBasis } from './read-figures.ts';

/** The dependencies worth removing first, each on top of those before it, and what all teams waited before. */
export async function readDecouplings(
  basis: FigureBasis,
  window: FigureWindow,
  limit: number,
): Promise<{ waitingMs: number; items: Decoupling[] }> {
  const waitSets = await listWaitSets(basis.trx, basis.organizationId, window.instants);
  const ranked = rankDecouplings(waitSets, limit);
  const pairs = ranked.flatMap(({ remove }) => remove);
  const descriptions = await readDependencies(basis, window, pairs);
  return {
    waitingMs: waitSets.reduce((sum, set) => sum + set.waitingMs, 0),
    items: ranked.map(({ remove, savedMs, savedSoFarMs, remainingMs }, k) => {
      const [first, ...others] = remove.map((pair) => findDescription(descriptions, pair)) as [
        DependencyDescription,
        ...DependencyDescription[],
      ];
      return { rank: k + 1, ...first, savedMs, savedSoFarMs, remainingMs, alsoRemove: others };
    }),
  };
}

/** Every pair that is ranked has waited, so it has a description. */
function findDescription(descriptions: readonly DependencyDescription[], pair: TeamPair): DependencyDescription {
  const found = descriptions.find((description) => comparePairs(description, pair) === 0);
  if (!found) throw new Error(`Team ${pair.waitingTeamId} on ${pair.blockingTeamId}: ranked, but without a wait`);
  return found;
}
