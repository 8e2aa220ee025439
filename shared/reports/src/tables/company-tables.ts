import type { PlanningPack, TaxFigures } from '@speedtax/contract';
import { type Table, tableOf } from './table.ts';

interface RangeFigures extends TaxFigures {
  readonly range: string;
}

/** The company in the range and in the one before. */
export function companyTable({ company, range, before }: PlanningPack): Table {
  return tableOf<RangeFigures>(
    'Company',
    [
      { name: 'Range', kind: 'text', of: ({ range }) => range },
      { name: 'Waiting', kind: 'duration', of: ({ waitingMs }) => waitingMs },
      { name: 'Held', kind: 'duration', of: ({ waitingUnstartedMs }) => waitingUnstartedMs },
      { name: 'Dragging', kind: 'duration', of: ({ waitingStartedMs }) => waitingStartedMs },
      { name: 'In play', kind: 'duration', of: ({ inPlayMs }) => inPlayMs },
      { name: 'Speed tax', kind: 'share', of: ({ speedTax }) => speedTax },
      { name: 'Low', kind: 'share', of: ({ speedTaxLow }) => speedTaxLow },
      { name: 'High', kind: 'share', of: ({ speedTaxHigh }) => speedTaxHigh },
      { name: 'Flagged', kind: 'duration', of: ({ flaggedMs }) => flaggedMs },
      { name: 'Issues that waited', kind: 'count', of: ({ issuesWaited }) => issuesWaited },
      { name: 'Waits', kind: 'count', of: ({ episodes }) => episodes.count },
      { name: 'Median wait', kind: 'wait', of: ({ episodes }) => episodes.medianMs },
      { name: '85th percentile', kind: 'wait', of: ({ episodes }) => episodes.p85Ms },
      { name: 'Autonomy', kind: 'share', of: ({ autonomy }) => autonomy },
      { name: 'Completed', kind: 'count', of: ({ completed }) => completed },
    ],
    [
      { range: `${range.from} to ${range.to}`, ...company.now },
      { range: `${before.from} to ${before.to}`, ...company.before },
    ],
  );
}

/** The range month by month. */
export function monthsTable({ company, dataCutOff }: PlanningPack): Table {
  // A month that begins after the cut-off is a gap, not a zero.
  const known = (ms: number, from: string) => (dataCutOff === null || from > dataCutOff.slice(0, 10) ? null : ms);
  return tableOf<PlanningPack['company']['months'][number]>(
    'Months',
    [
      { name: 'From', kind: 'day', of: ({ from }) => from },
      { name: 'To', kind: 'day', of: ({ to }) => to },
      { name: 'Waiting', kind: 'duration', of: ({ waitingMs, from }) => known(waitingMs, from) },
      { name: 'In play', kind: 'duration', of: ({ inPlayMs, from }) => known(inPlayMs, from) },
      { name: 'Speed tax', kind: 'share', of: ({ speedTax }) => speedTax },
      { name: 'Low', kind: 'share', of: ({ speedTaxLow }) => speedTaxLow },
      { name: 'High', kind: 'share', of: ({ speedTaxHigh }) => speedTaxHigh },
      { name: 'Whole', kind: 'text', of: ({ complete }) => (complete ? 'yes' : 'no') },
    ],
    company.months,
  );
}
