import { listPlannedDependencies } from '@speedtax/storage/analytics';
import { type ConflictFindings, findConflicts } from './find-conflicts.ts';
import type { FigureBasis } from './read-figures.ts';

/** The conflicts of each of these initiatives, as they stand at the data cut-off. */
export async function readConflicts(
  { trx, organizationId, timeZone, dataCutOffAt }: FigureBasis,
  initiativeIds: readonly string[],
): Promise<Map<string, ConflictFindings>> {
  const dependencies = await listPlannedDependencies(trx, organizationId, initiativeIds, { at: dataCutOffAt, timeZone });
  const byInitiative = Map.groupBy(dependencies, ({ initiativeId }) => initiativeId);
  return new Map(initiativeIds.map((id) => [id, findConflicts(byInitiative.get(id) ?? [])]));
}
