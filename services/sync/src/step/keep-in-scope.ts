import { deriveId, externalIdOf, type Phase, scopeKeyOf } from '@speedtax/trackers';
import type { Run } from './run.ts';

/**
 * Of issues just read those that were chosen to be read, and those that are known already: the other end of a dependency is
 * followed wherever it is. What issues belong to is kept.
 */
export async function keepInScope({ context, place, scope, tracker }: Run, phase: Phase, items: readonly unknown[]): Promise<unknown[]> {
  if (scope === null) return [...items];
  const chosen = new Set(scope.keys);
  const isPlan = (item: unknown) => tracker.keep(phase, item)?.kind !== phase.keeps[0];
  const isChosen = (item: unknown) => {
    const key = scopeKeyOf(scope.provider, item);
    return key === null || chosen.has(key) || isPlan(item);
  };
  const ids = new Map(
    items.flatMap((item) => {
      const externalId = isChosen(item) ? undefined : externalIdOf(item);
      return externalId === undefined ? [] : [[deriveId(place.connectionId, 'issue', externalId), item] as const];
    }),
  );
  if (ids.size === 0) return [...items];
  const known = await context.database.inOrganization(
    place.organizationId,
    (trx) =>
      trx
        .selectFrom('issue')
        .select('id')
        .where('organization_id', '=', place.organizationId)
        .where('id', 'in', [...ids.keys()])
        .execute(),
    { readOnly: true },
  );
  for (const { id } of known) ids.delete(id);
  const left = new Set(ids.values());
  return items.filter((item) => !left.has(item));
}
