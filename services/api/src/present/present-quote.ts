import type { LeadTimeQuote } from '@speedtax/contract';
import type { LeadTimeQuote as EstimatedQuote } from '@speedtax/domain';

export function presentQuote({ waits, censored, medianMs, p85Ms }: EstimatedQuote): LeadTimeQuote {
  return { waits, censored, medianMs: medianMs && Math.round(medianMs), p85Ms: p85Ms && Math.round(p85Ms) };
}
