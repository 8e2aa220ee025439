import { createHash } from 'node:crypto';
import { type Calendar, companyAsOf, describeFacts, engineVersion } from '@speedtax/domain';
import type { LatestAnalysis } from '@speedtax/storage/analytics';
import { countPastCoverage, findFactsMark, shadowDerived, shadowFacts } from '@speedtax/storage/as-of';
import { loadCompany, writeAnalysis } from '@speedtax/storage/derived';
import type { FigureBasis } from '../figures/read-figures.ts';
import { analyzeInThread } from './analyze-in-thread.ts';
import type { PastAnalyses, PastAnalysis } from './past-analyses.ts';
import { refuseAsOf, resolveAsOf } from './resolve-as-of.ts';

type Present = Omit<FigureBasis, 'dataCutOffAt' | 'asOf'>;

/**
 * Makes the past what the transaction reads: facts as they could have been known at the instant asked for, figures found in them by
 * today's engine. The transaction must be thrown away afterwards.
 * @throws HttpProblem 400 where the instant lies in the future, or before anything is known
 */
export async function enterPast(basis: Present, asOf: string, analyses: PastAnalyses): Promise<FigureBasis> {
  const { trx, organizationId, calendar, analysis: latest } = basis;
  const instant = resolveAsOf(asOf, calendar, latest?.dataCutOffAt ?? null);
  const key = [organizationId, instant.getTime(), tellCalendar(calendar), engineVersion, await findFactsMark(trx, organizationId)].join(
    ' ',
  );
  const past = await analyses.findOrMake(key, () => analyzePast(basis, instant));
  const found = { engineVersion, dataCutOffAt: instant, finishedAt: instant, coverage: past.coverage, calendar } satisfies LatestAnalysis;
  await shadowDerived(trx);
  await writeAnalysis(trx, past.company, past.analysis, { organizationId, durationMs: 0, ...found });
  await shadowFacts(trx, instant);
  return { ...basis, analysis: found, dataCutOffAt: instant, asOf: { at: instant, factsDigest: past.factsDigest } };
}

async function analyzePast({ trx, organizationId, calendar }: Present, instant: Date): Promise<PastAnalysis> {
  const now = instant.getTime();
  const company = await loadCompany(trx, organizationId);
  const first = company.issues.createdAt.reduce((earliest, at) => Math.min(earliest, at), Infinity);
  if (first > now) {
    const known = first === Infinity ? 'no issue is known' : `the first issue that is known is of ${new Date(first).toISOString()}`;
    throw refuseAsOf(`Nothing is known of ${instant.toISOString()}: ${known}`);
  }
  const past = companyAsOf(company, now);
  const analysis = await analyzeInThread({ company: past, calendar, now });
  const problems = analysis.problems.length;
  const coverage = { all: await countPastCoverage(trx, organizationId, { past, instant: now, problems }) };
  const digest = createHash('sha256').update(`calendar ${tellCalendar(calendar)}\n`);
  for (const fact of describeFacts(past, now)) digest.update(`${fact}\n`);
  return {
    company: { ids: past.ids, issues: { project: past.issues.project }, identities: company.identities },
    analysis,
    coverage,
    factsDigest: digest.digest('hex'),
  };
}

function tellCalendar({ timeZone, working }: Calendar): string {
  return working === null ? timeZone : [timeZone, working.weekdays, working.fromMinute, working.toMinute].join(' ');
}
