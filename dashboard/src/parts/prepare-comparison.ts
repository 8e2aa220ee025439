import type { TaxFigures } from '@speedtax/contract';
import type { ResolvedRange } from '../address/range.ts';
import { formatIssueDays } from '../words/duration.ts';
import { sayChange } from '../words/fraction.ts';
import type { SentencePart } from './sentence.tsx';

/** "; a third less than the 90 days before", or nothing where there was nothing to compare with. */
export function prepareComparison(
  waitingMs: number,
  before: Pick<TaxFigures, 'waitingMs' | 'inPlayMs'>,
  range: Pick<ResolvedRange, 'beforeWords'>,
): SentencePart[] {
  if (before.inPlayMs === 0) return [];
  if (before.waitingMs === 0) return [`; ${range.beforeWords} had none`];
  return [
    '; ',
    { text: sayChange(waitingMs, before.waitingMs), exact: `${formatIssueDays(before.waitingMs)} before` },
    ` ${range.beforeWords}`,
  ];
}
