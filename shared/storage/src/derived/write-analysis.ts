import type { Analysis, Calendar, CompanyIds, IssueColumns, SumSubject } from '@speedtax/domain';
import type { Transaction } from 'kysely';
import { replaceColumns } from '../bulk/replace-columns.ts';
import { replaceRows } from '../bulk/replace-rows.ts';
import type { CoverageByConnection, Tables } from '../tables.ts';
import { type Identities, identityRows } from './load-identities.ts';
import { packAllIds } from './pack-ids.ts';
import { completionRows } from './present-completions.ts';
import { courseRows } from './present-courses.ts';
import { flaggedRows } from './present-flags.ts';
import { playRows } from './present-plays.ts';
import { quoteRows } from './present-quotes.ts';
import { startedSpanRows } from './present-started-spans.ts';
import { monthSumRows, openSumRows } from './present-sums.ts';
import { blockerRows, deadlockRows, verdictRows } from './present-verdicts.ts';
import { episodeRows, waitRows } from './present-waits.ts';
import { sumTables } from './sum-tables.ts';

export interface AnalysisRecord {
  readonly organizationId: string;
  readonly engineVersion: number;
  readonly dataCutOffAt: Date;
  readonly finishedAt: Date;
  /** Of loading and computing. */
  readonly durationMs: number;
  readonly coverage: CoverageByConnection;
  /** What days and durations were measured with. */
  readonly calendar: Calendar;
}

/** What derived rows say of a company beside what was found in it. */
export interface AnalyzedCompany {
  readonly ids: CompanyIds;
  readonly issues: Pick<IssueColumns, 'project'>;
  readonly identities: Identities;
}

/** Replaces everything derived of an organization. Readers see the former analysis whole until the transaction commits. */
export async function writeAnalysis(
  trx: Transaction<Tables>,
  { ids, issues, identities }: AnalyzedCompany,
  analysis: Analysis,
  record: AnalysisRecord,
): Promise<void> {
  const derived = { organization_id: record.organizationId, engine_version: record.engineVersion };
  const packed = packAllIds(ids);
  await replaceColumns(trx, 'wait_year', derived, waitRows(packed, analysis.waits));
  await replaceColumns(trx, 'wait_episode', derived, episodeRows(packed, analysis.episodes, analysis.waits));
  await replaceColumns(trx, 'flagged_span', derived, flaggedRows(packed, analysis.flagged));
  await replaceColumns(trx, 'completion_year', derived, completionRows(packed, analysis.completions));
  await replaceColumns(trx, 'started_span_year', derived, startedSpanRows(packed, analysis.startedSpans, issues.project));
  for (const subject of Object.keys(sumTables) as SumSubject[])
    await replaceColumns(trx, sumTables[subject].table, derived, monthSumRows(packed, subject, analysis.sums[subject]));
  await replaceColumns(trx, 'initiative_play', derived, playRows(packed, analysis.plays));
  await replaceRows(trx, 'pair_quote', quoteRows(derived, ids, analysis.quotes));
  await replaceRows(trx, 'open_sum', openSumRows(derived, ids, analysis.openSums));
  await replaceRows(trx, 'initiative_verdict', verdictRows(derived, ids, analysis.initiatives));
  await replaceRows(trx, 'initiative_course', courseRows(derived, ids, analysis.courses));
  await replaceRows(trx, 'initiative_blocker', blockerRows(derived, ids, analysis.initiatives));
  await replaceRows(trx, 'deadlock', deadlockRows(derived, ids, analysis.deadlocks));
  await replaceRows(trx, 'identity', identityRows(derived, identities));
  await replaceRows(trx, 'analysis', [
    {
      ...derived,
      data_cut_off_at: record.dataCutOffAt,
      finished_at: record.finishedAt,
      duration_ms: record.durationMs,
      coverage: record.coverage as never,
      calendar: record.calendar as never,
    },
  ]);
}
