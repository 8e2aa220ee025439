import type { TaxFigures } from '@speedtax/contract';
import { formatDuration, formatExactMs, formatIssueDays } from '../words/duration.ts';
import { formatExactShare, formatShare, formatShareRange } from '../words/share.ts';
import type { StripFigure } from './figure-strip.tsx';

interface Leads {
  paid: string;
  waitingNow: string;
  flagged: string;
}

/** The figures of a team or of the company as one line; every one says what it rests on, a missing one why it is missing. */
export function prepareFigures(tax: TaxFigures, leads: Leads, imposed?: string): StripFigure[] {
  const { episodes, qualityTax } = tax;
  const figures: StripFigure[] = [
    {
      term: 'speed tax',
      label: 'Speed tax',
      value: formatShare(tax.speedTax),
      exact: tax.speedTax === null ? 'Nothing was in play' : formatExactShare(tax.speedTax),
      note: tax.speedTax === null ? 'nothing in play' : formatShareRange(tax.speedTaxLow, tax.speedTaxHigh),
      href: leads.paid,
    },
    {
      term: 'waiting now',
      label: 'Waiting now',
      value: count.format(tax.waitingNow),
      exact: 'at the data cut-off',
      note: 'issues',
      href: leads.waitingNow,
    },
    {
      term: 'wait episode',
      label: 'Half of waits are over in',
      value: episodes.medianMs === null ? '–' : formatDuration(episodes.medianMs),
      exact: episodes.medianMs === null ? 'No wait in this time' : formatExactMs(episodes.medianMs),
      note: episodes.p85Ms === null ? 'no wait' : `85 % in ${formatDuration(episodes.p85Ms)}, n = ${count.format(episodes.count)}`,
      href: leads.paid,
    },
    {
      term: 'autonomy',
      label: 'Autonomy',
      value: formatShare(tax.autonomy),
      exact: tax.autonomy === null ? 'Nothing was completed' : formatExactShare(tax.autonomy),
      note: `n = ${count.format(tax.completed)} completed`,
    },
    {
      term: 'quality tax',
      label: 'Reworked after waiting',
      value: formatShare(qualityTax.waited.share),
      exact: sayRework('that had waited', qualityTax.waited),
      note: `${formatShare(qualityTax.neverWaited.share)} otherwise, n = ${count.format(qualityTax.waited.completed)}`,
    },
  ];
  if (imposed !== undefined) {
    figures.splice(1, 0, {
      term: 'imposed',
      label: 'Imposed on others',
      value: formatIssueDays(tax.imposedMs),
      exact: formatExactMs(tax.imposedMs),
      href: imposed,
    });
  }
  // Most trackers know no such mark, and most teams set none.
  if (tax.flaggedMs > 0)
    figures.push({
      term: 'flagged',
      label: 'Flagged, no link',
      value: formatIssueDays(tax.flaggedMs),
      exact: formatExactMs(tax.flaggedMs),
      note: 'not in the tax',
      href: leads.flagged,
    });
  return figures;
}

function sayRework(which: string, rework: { completed: number; reworked: number }): string {
  return `${count.format(rework.reworked)} of ${count.format(rework.completed)} completed issues ${which} were reopened or were defects`;
}

const count = new Intl.NumberFormat('en-US');
