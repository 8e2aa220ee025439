import type { AnalysisContext } from '../context.ts';
import { followSync } from '../incremental/follow-sync.ts';
import { analyzeWhole } from './analyze-whole.ts';

export interface AnalysisOutcome {
  /** Why the whole company was analyzed; null: only what a sync had changed, and what that reaches. */
  readonly wholeBecause: string | null;
  /** Issues looked at. */
  readonly issues: number;
  readonly dataCutOffAt: Date;
}

/**
 * Finds what an organization's facts mean: of what has changed since the last time where that is enough, else of all of them. Null
 * when nothing has been read from any tracker yet: then there is nothing derived either.
 */
export async function runAnalysis(
  context: Omit<AnalysisContext, 'queue' | 'metrics'>,
  organizationId: string,
): Promise<AnalysisOutcome | null> {
  const startedAt = context.now();
  const followed = await followSync(context, organizationId);
  const outcome = await completed(context, organizationId, followed);
  if (outcome !== null) context.logger.info({ organizationId, ...outcome, tookMs: context.now() - startedAt }, 'analyzed');
  return outcome;
}

async function completed(
  context: Omit<AnalysisContext, 'queue' | 'metrics'>,
  organizationId: string,
  { wholeBecause, dataCutOffAt, reachedIssues }: Awaited<ReturnType<typeof followSync>>,
): Promise<AnalysisOutcome | null> {
  if (wholeBecause === null && dataCutOffAt !== null) return { wholeBecause, issues: reachedIssues, dataCutOffAt };
  const whole = await analyzeWhole(context, organizationId);
  return whole && { wholeBecause: wholeBecause ?? 'nothing read', ...whole };
}
