import { deleteAnalysis } from '@speedtax/storage/derived';
import type { AnalysisContext } from './context.ts';
import { runAnalysis } from './jobs/run-analysis.ts';

/** Drops what was derived of every organization and finds it again from the facts. @returns how many were rebuilt */
export async function rebuildAll(context: Omit<AnalysisContext, 'queue' | 'metrics'>): Promise<number> {
  const organizations = await context.database.asSystem((trx) => trx.selectFrom('organization').select('id').orderBy('id').execute());
  for (const { id } of organizations) {
    await context.database.inOrganization(id, (trx) => deleteAnalysis(trx, id));
    await runAnalysis(context, id);
  }
  return organizations.length;
}
