import { engineVersion } from '@speedtax/domain';
import { findAnalysis } from '@speedtax/storage/analytics';
import type { AnalysisContext } from './context.ts';

/** Asks for a new analysis where the figures are those of another engine. @returns of how many organizations */
export async function renewOutdated({ database, queue }: Pick<AnalysisContext, 'database' | 'queue'>): Promise<number> {
  const organizations = await database.asSystem((trx) => trx.selectFrom('organization').select('id').orderBy('id').execute());
  let outdated = 0;
  for (const { id } of organizations) {
    const analysis = await database.inOrganization(id, (trx) => findAnalysis(trx, id), { readOnly: true });
    if (!analysis || analysis.engineVersion === engineVersion) continue;
    await queue.enqueue('analysis.run', { organizationId: id, syncId: null });
    outdated += 1;
  }
  return outdated;
}
