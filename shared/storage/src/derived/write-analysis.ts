import type { Analysis, CompanyIds } from '@speedtax/domain';
import type { Transaction } from 'kysely';
import { replaceRows } from '../bulk/replace-rows.ts';
import type { CoverageByConnection, Tables } from '../tables.ts';
import { quoteRows } from './present-quotes.ts';
import { daySumRows, openSumRows } from './present-sums.ts';
import { blockerRows, deadlockRows, verdictRows } from './present-verdicts.ts';
import { completionRows, episodeRows, waitRows } from './present-waits.ts';
import { sumTables } from './sum-tables.ts';

export interface AnalysisRecord {
  readonly organizationId: string;
  readonly engineVersion: number;
  readonly dataCutOffAt: Date;
  readonly finishedAt: Date;
  /** Of loading and computing. */
  readonly durationMs: number;
  readonly coverage: CoverageByConnection;
}

/** Replaces everything derived of an organization. Readers see the former analysis whole until the transaction commits. */
export async function writeAnalysis(trx: Transaction<Tables>, ids: CompanyIds, analysis: Analysis, record: AnalysisRecord): Promise<void> {
  const derived = { organization_id: record.organizationId, engine_version: record.engineVersion };
  await replaceRows(trx, 'wait', waitRows(derived, ids, analysis.waits));
  await replaceRows(trx, 'wait_episode', episodeRows(derived, ids, analysis.episodes));
  await replaceRows(trx, 'issue_completion', completionRows(derived, ids, analysis.completions));
  await replaceRows(trx, 'pair_quote', quoteRows(derived, ids, analysis.quotes));
  await replaceRows(trx, sumTables.team.table, daySumRows(derived, ids, 'team', analysis.sums.team));
  await replaceRows(trx, sumTables.pair.table, daySumRows(derived, ids, 'pair', analysis.sums.pair));
  await replaceRows(trx, sumTables.initiative.table, daySumRows(derived, ids, 'initiative', analysis.sums.initiative));
  await replaceRows(trx, sumTables.initiativeTeam.table, daySumRows(derived, ids, 'initiativeTeam', analysis.sums.initiativeTeam));
  await replaceRows(trx, 'open_sum', openSumRows(derived, ids, analysis.openSums));
  await replaceRows(trx, 'initiative_verdict', verdictRows(derived, ids, analysis.initiatives));
  await replaceRows(trx, 'initiative_blocker', blockerRows(derived, ids, analysis.initiatives));
  await replaceRows(trx, 'deadlock', deadlockRows(derived, ids, analysis.deadlocks));
  await replaceRows(trx, 'analysis', [
    {
      ...derived,
      data_cut_off_at: record.dataCutOffAt,
      finished_at: record.finishedAt,
      duration_ms: record.durationMs,
      coverage: record.coverage as never,
    },
  ]);
}
