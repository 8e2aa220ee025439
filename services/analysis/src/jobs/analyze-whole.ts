import { engineVersion, listFutureIssues, makeFactsClock } from '@speedtax/domain';
import {
  countCoverage,
  deleteAnalysis,
  findSyncEvidence,
  finishAnalyzedSyncs,
  loadCompany,
  lockAnalysis,
  writeAnalysis,
} from '@speedtax/storage/derived';
import {
  beginMemory,
  findForgotten,
  findFormerAnalysis,
  findSnapshot,
  forgetSeen,
  rememberFuture,
  remembersFacts,
} from '@speedtax/storage/incremental';
import { observeAlerts } from '../alerts/observe-alerts.ts';
import type { AnalysisContext } from '../context.ts';
import { analyzeInThread } from '../engine/analyze-in-thread.ts';

export interface WholeOutcome {
  readonly issues: number;
  readonly dataCutOffAt: Date;
}

type WholeContext = Pick<AnalysisContext, 'database' | 'now' | 'logger'>;

/** Somebody else has written an analysis while this one was thought of: it may rest on later facts. */
class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}
const mostAttempts = 3;

/**
 * Reads an organization's facts, lets the engine find what they mean, and replaces what was derived before. Null when
 * nothing has been read from any tracker yet: then there is nothing derived either.
 */
export async function analyzeWhole(context: WholeContext, organizationId: string): Promise<WholeOutcome | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await analyzeOnce(context, organizationId);
    } catch (error) {
      if (!(error instanceof OvertakenError) || attempt === mostAttempts) throw error;
    }
  }
}

async function analyzeOnce({ database, logger, now }: WholeContext, organizationId: string): Promise<WholeOutcome | null> {
  const startedAt = now();
  await letRemember(database, organizationId);
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
        snapshot: await findSnapshot(trx),
        former: await findFormerAnalysis(trx, organizationId),
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
  const future = listFutureIssues(company, dataCutOffAt.getTime()).map((issue) => company.ids.issues.at(issue) as string);
  const issues = company.issues.count;
  const analysis = await analyzeInThread({ company, clock, now: dataCutOffAt.getTime() });
  const finishedAt = now();

  await database.inOrganization(organizationId, async (trx) => {
    await lockAnalysis(trx, organizationId);
    const present = await findFormerAnalysis(trx, organizationId);
    if (present?.revision !== facts.former?.revision) throw new OvertakenError('another analysis was written meanwhile');
    await writeAnalysis(trx, company, analysis, {
      organizationId,
      engineVersion,
      dataCutOffAt,
      finishedAt: new Date(finishedAt),
      durationMs: finishedAt - startedAt,
      coverage: facts.coverage,
      calendar,
    });
    await forgetSeen(trx, organizationId, facts.snapshot);
    await rememberFuture(trx, organizationId, dataCutOffAt, future);
    await finishAnalyzedSyncs(trx, organizationId, facts.analyzingSyncIds, new Date(finishedAt));
    await observeAlerts(trx, { organizationId, dataCutOffAt, calendar, syncIds: facts.analyzingSyncIds, now: finishedAt });
  });
  logger.info({ organizationId, waits: analysis.waits.count, problems: analysis.problems.length }, 'whole company analyzed');
  return { issues, dataCutOffAt };
}

/** From before the facts are read, in a transaction of its own. */
async function letRemember(database: WholeContext['database'], organizationId: string): Promise<void> {
  const remembersAll = async (trx: Parameters<typeof remembersFacts>[0]) =>
    (await remembersFacts(trx, organizationId)) && (await findForgotten(trx, organizationId)) === null;
  if (!(await database.inOrganization(organizationId, remembersAll, { readOnly: true })))
    await database.inOrganization(organizationId, (trx) => beginMemory(trx, organizationId));
}
