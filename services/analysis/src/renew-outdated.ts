import { isDeepStrictEqual } from 'node:util';
import { engineVersion } from '@speedtax/domain';
import { findAnalysis } from '@speedtax/storage/analytics';
import { calendarOf, getOrganizationSettings } from '@speedtax/storage/organization';
import type { AnalysisContext } from './context.ts';

/** Asks for a new analysis where the figures are those of another engine, or measured by other settings. @returns of how many organizations */
export async function renewOutdated({ database, queue }: Pick<AnalysisContext, 'database' | 'queue'>): Promise<number> {
  const organizations = await database.asSystem((trx) => trx.selectFrom('organization').select('id').orderBy('id').execute());
  let outdated = 0;
  for (const { id } of organizations) {
    const { analysis, settings } = await database.inOrganization(
      id,
      async (trx) => ({ analysis: await findAnalysis(trx, id), settings: await getOrganizationSettings(trx, id) }),
      { readOnly: true },
    );
    if (!analysis || (analysis.engineVersion === engineVersion && isDeepStrictEqual(analysis.calendar, calendarOf(settings)))) continue;
    await queue.enqueue('analysis.run', { organizationId: id, syncId: null });
    outdated += 1;
  }
  return outdated;
}
