import { type DependencyDescription, endpoints } from '@speedtax/contract';
import { comparePairs, rankDecouplings, type TeamPair } from '@speedtax/domain';
import { listWaitSets } from '@speedtax/storage/analytics';
import { resolveWindow } from '../figures/figure-window.ts';
import { readDependencies } from '../figures/read-dependencies.ts';
import { readFigureFrame } from '../figures/read-figure-frame.ts';
import { readFigures } from '../figures/read-figures.ts';
import { route } from '../http/route.ts';

export const listDecouplings = route(endpoints.listDecouplings, ({ query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const { trx, organizationId, calendar, dataCutOffAt } = basis;
    const window = resolveWindow(query, calendar, dataCutOffAt);
    const waitSets = await listWaitSets(trx, organizationId, window.instants);
    const ranked = rankDecouplings(waitSets, query.limit);
    const pairs = ranked.flatMap(({ remove }) => remove);
    const descriptions = await readDependencies(basis, window, pairs);
    return {
      from: window.from,
      to: window.to,
      ...(await readFigureFrame(basis)),
      waitingMs: waitSets.reduce((sum, set) => sum + set.waitingMs, 0),
      items: ranked.map(({ remove, savedMs, savedSoFarMs, remainingMs }, k) => {
        const [first, ...others] = remove.map((pair) => findDescription(descriptions, pair)) as [
          DependencyDescription,
          ...DependencyDescription[],
        ];
        return { rank: k + 1, ...first, savedMs, savedSoFarMs, remainingMs, alsoRemove: others };
      }),
      nextCursor: null,
    };
  }),
);

/** Every pair that is ranked has waited, so it has a description. */
function findDescription(descriptions: readonly DependencyDescription[], pair: TeamPair): DependencyDescription {
  const found = descriptions.find((description) => comparePairs(description, pair) === 0);
  if (!found) throw new Error(`Team ${pair.waitingTeamId} on ${pair.blockingTeamId}: ranked, but without a wait`);
  return found;
}
