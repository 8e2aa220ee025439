import { analyze, type Company, deriveDifference, engineVersion, InexactSumError, listFutureIssues, tellRows } from '@speedtax/domain';
import type { InOrganizationOptions } from '@speedtax/storage';
import { findSyncEvidence, finishAnalyzedSyncs, lockAnalysis, type SyncEvidence } from '@speedtax/storage/derived';
import {
  applyDifference,
  DoubtError,
  type FormerAnalysis,
  findFirstPlayAt,
  findForgotten,
  findFormerAnalysis,
  findSnapshot,
  forgetSeen,
  loadSmallCompanies,
  readMemory,
  readPlays,
  rememberFuture,
  remembersFacts,
  renewCoverage,
  writeFollowed,
} from '@speedtax/storage/incremental';
import { observeAlerts } from '../alerts/observe-alerts.ts';
import type { AnalysisContext } from '../context.ts';
import { analyzeInThread } from '../engine/analyze-in-thread.ts';
import { makeClocks } from './covering-clock.ts';
import { decideWhole, mostTouchedIssues } from './decide-extent.ts';

type Transaction = Parameters<typeof findSyncEvidence>[0];

export interface FollowOutcome {
  /** Null: what was derived follows from the facts again. */
  readonly wholeBecause: string | null;
  readonly dataCutOffAt: Date | null;
  readonly touchedIssues: number;
  readonly reachedIssues: number;
}

/** Quotes look a year back. */
const yearMs = 367 * 86_400_000;
/** Up to here a thread costs more than the engine, and nobody notices that it thinks. */
const mostIssuesInline = 1_000;
const serializationFailure = '40001';
const mostAttempts = 3;

const clockFor = makeClocks();

/**
 * Brings what was derived of an organization up to date with what its facts have become since, in one transaction with one
 * snapshot. Where that cannot be done with certainty nothing is written, and the reason is told.
 */
export async function followSync(
  { database, now }: Pick<AnalysisContext, 'database' | 'now'>,
  organizationId: string,
): Promise<FollowOutcome> {
  const oneSnapshot: InOrganizationOptions = { oneSnapshot: true };
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.inOrganization(organizationId, (trx) => follow(trx, organizationId, now), oneSnapshot);
    } catch (error) {
      if (error instanceof DoubtError || error instanceof InexactSumError) return mustBeWhole(error.message);
      const isOvertaken = (error as { code?: string }).code === serializationFailure;
      if (!isOvertaken || attempt === mostAttempts) throw error;
    }
  }
}

async function follow(trx: Transaction, organizationId: string, now: () => number): Promise<FollowOutcome> {
  const startedAt = now();
  const evidence = await findSyncEvidence(trx, organizationId);
  const former = await findFormerAnalysis(trx, organizationId);
  const wholeBecause = await findReason(trx, organizationId, evidence, former);
  if (wholeBecause !== null || former === null || evidence.dataCutOffAt === null) return mustBeWhole(wholeBecause ?? 'nothing read');
  const memory = await readMemory(trx, organizationId);
  if (memory.touchedIssueIds.length > mostTouchedIssues) return mustBeWhole(`more than ${mostTouchedIssues} issues touched`);

  const { dataCutOffAt, calendar, analyzingSyncIds } = evidence;
  const cutOff = dataCutOffAt.getTime();
  const small = await loadSmallCompanies(trx, organizationId, memory);
  const firstPlayAt = await findFirstPlayAt(trx, organizationId, small.plans.initiativeIds);
  const first = Math.min(cutOff - yearMs, firstPlayAt, ...firstInstantsOf(small.before), ...firstInstantsOf(small.after));
  const clock = clockFor(calendar, first, cutOff);
  const futureIssues = listFutureIssues(small.after, cutOff).map((issue) => small.after.ids.issues.at(issue) as string);
  const find = small.issues.length > mostIssuesInline ? analyzeInThread : inline;
  const before = { company: small.before, analysis: await find({ company: small.before, clock, now: former.dataCutOffAt.getTime() }) };
  const after = { company: small.after, analysis: await find({ company: small.after, clock, now: cutOff }) };
  const difference = deriveDifference(before, after);
  const isTouched = new Set([...difference.initiatives.map(({ initiativeId }) => initiativeId), ...memory.initiativeIds]);
  const plays = await readPlays(
    trx,
    organizationId,
    small.plans.initiativeIds.filter((id) => isTouched.has(id)),
  );
  const coverage = await renewCoverage(trx, organizationId, former.coverage, small, memory);

  await lockAnalysis(trx, organizationId);
  const finishedAt = now();
  await writeFollowed(trx, {
    organizationId,
    dataCutOffAt,
    finishedAt: new Date(finishedAt),
    durationMs: finishedAt - startedAt,
    coverage,
  });
  await applyDifference(
    trx,
    { organization_id: organizationId, engine_version: engineVersion },
    {
      difference,
      begunWaits: tellRows(after.company, after.analysis).waits.filter(({ from }) => from >= former.dataCutOffAt.getTime()),
      plans: small.plans,
      plays,
      plansChanged: memory.plansChanged,
      clock,
      now: cutOff,
    },
  );
  await forgetSeen(trx, organizationId, await findSnapshot(trx));
  await rememberFuture(trx, organizationId, dataCutOffAt, futureIssues);
  await finishAnalyzedSyncs(trx, organizationId, analyzingSyncIds, new Date(finishedAt));
  await observeAlerts(trx, { organizationId, dataCutOffAt, calendar, syncIds: analyzingSyncIds, now: finishedAt });
  return { wholeBecause: null, dataCutOffAt, touchedIssues: memory.touchedIssueIds.length, reachedIssues: small.issues.length };
}

async function findReason(
  trx: Transaction,
  organizationId: string,
  { dataCutOffAt, calendar }: SyncEvidence,
  former: FormerAnalysis | null,
): Promise<string | null> {
  if (dataCutOffAt === null) return 'nothing read';
  const isRemembered = await remembersFacts(trx, organizationId);
  const forgotten = await findForgotten(trx, organizationId);
  return decideWhole({ former, engineVersion, calendar, dataCutOffAt, isRemembered, forgotten });
}

async function inline({ company, clock, now }: Parameters<typeof analyzeInThread>[0]) {
  return analyze(company, clock, now);
}

function* firstInstantsOf({ issues, initiatives }: Company): Generator<number> {
  yield issues.createdAt.reduce((first, at) => Math.min(first, at), Number.POSITIVE_INFINITY);
  for (const { dates } of initiatives) if (dates?.startedAt) yield dates.startedAt;
}

function mustBeWhole(reason: string): FollowOutcome {
  return { wholeBecause: reason, dataCutOffAt: null, touchedIssues: 0, reachedIssues: 0 };
}
