import type { TaxFigures } from '@speedtax/contract';
import type { CompletionSummary } from '@speedtax/storage/analytics';

/** Autonomy and quality tax of the issues completed by these teams together. */
export function presentCompletions(summaries: readonly CompletionSummary[]): Pick<TaxFigures, 'autonomy' | 'completed' | 'qualityTax'> {
  const sum = (count: (summary: CompletionSummary) => number) => summaries.reduce((total, summary) => total + count(summary), 0);
  const waited = sum((summary) => summary.waited);
  const neverWaited = sum((summary) => summary.neverWaited);
  return {
    autonomy: shareOf(neverWaited, waited + neverWaited),
    completed: waited + neverWaited,
    qualityTax: {
      waited: presentRework(
        waited,
        sum((summary) => summary.waitedReworked),
      ),
      neverWaited: presentRework(
        neverWaited,
        sum((summary) => summary.neverWaitedReworked),
      ),
    },
  };
}

function presentRework(completed: number, reworked: number) {
  return { completed, reworked, share: shareOf(reworked, completed) };
}

/** Null where there is nothing to have a share of. */
function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
