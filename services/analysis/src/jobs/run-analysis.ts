import { engineVersion, makeFactsClock } from '@speedtax/domain';
import {
  countCoverage,
  deleteAnalysis,
  findSyncEvidence,
  finishAnalyzedSyncs,
  loadCompany,
  lockAnalysis,
  writeAnalysis,
} from '@speedtax/storage/derived';
import type { AnalysisContext } from '../context.ts';
import { analyzeInThread } from '../engine/analyze-in-thread.ts';

export interface AnalysisOutcome {
  readonly issues: number;
  readonly waits: number;
  readonly dataCutOffAt: Date;
}

/**
 * Reads an organization's facts, lets the engine find what they mean, and replaces what was derived before. Null when
 * nothing has been read from any tracker yet: then there is nothing derived either.
 */
export async function runAnalysis(
  context: Omit<AnalysisContext, 'queue' | 'metrics'>,
  organizationId: string,
): Promise<AnalysisOutcome | null> {
  const { database, logger, now } = context;
  const startedAt = now();
  const facts = await database.inOrganization(
    organizationId,
    async (trx) => {
      const evidence = await findSyncEvidence(trx, organizationId);
      if (evidence.dataCutOffAt === null) return { ...evidence, dataCutOffAt: null };
      const { dataCutOffAt, calendar, analyzingSyncIds } = evidence;
      return {
        dataCutOffAt,
        calendar,
        analyzingSyncIds,
        company: await loadCompany(trx, organizationId),
        coverage: await countCoverage(trx, organizationId),
      };
    },
    { readOnly: true },
  );
  if (facts.dataCutOffAt === null) {
    await database.inOrganization(organizationId, (trx) => deleteAnalysis(trx, organizationId));
    return null;
  }

  const { company, dataCutOffAt, calendar } = facts;
  const clock = makeFactsClock(company, calendar, dataCutOffAt.getTime());
  const analysis = await analyzeInThread({ company, clock, now: dataCutOffAt.getTime() });
  const finishedAt = now();

  await database.inOrganization(organizationId, async (trx) => {
    await lockAnalysis(trx, organizationId);
    await writeAnalysis(trx, company, analysis, {
      organizationId,
      engineVersion,
      dataCutOffAt,
      finishedAt: new Date(finishedAt),
      durationMs: finishedAt - startedAt,
      coverage: facts.coverage,
      calendar,
    });
    await finishAnalyzedSyncs(trx, organizationId, facts.analyzingSyncIds, new Date(finishedAt));
  });
  const outcome = { issues: company.issues.count, waits: analysis.waits.count, dataCutOffAt };
  logger.info({ organizationId, ...outcome, computedMs: finishedAt - startedAt, problems: analysis.problems.length }, 'analyzed');
  return outcome;
}
