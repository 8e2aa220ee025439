import type { Series } from '@speedtax/contract';
import { formatDay } from '../../words/instant.ts';
import type { DrawingTable } from '../frame/drawing-table.ts';
import { daysCell, shareCell } from '../frame/figure-cells.ts';

/** The buckets of the trend as rows; an incomplete one says so. */
export function trendTable(series: Series): DrawingTable {
  const largestMs = Math.max(0, ...series.items.map((item) => item.waitingMs));
  return {
    caption: `Speed tax by ${series.bucket}, ${series.from} to ${series.to} (exclusive)`,
    columns: [
      { name: 'From' },
      { name: 'To' },
      { name: 'Speed tax', exactName: 'speedTax', numeric: true },
      { name: 'Low', exactName: 'speedTaxLow', numeric: true },
      { name: 'High', exactName: 'speedTaxHigh', numeric: true },
      { name: 'Waiting', exactName: 'waitingMs', numeric: true },
      { name: 'In play', exactName: 'inPlayMs', numeric: true },
      { name: 'Complete', exactName: 'complete' },
    ],
    rows: series.items.map((item) => [
      { text: formatDay(item.from), exact: item.from },
      { text: formatDay(item.to), exact: item.to },
      shareCell(item.speedTax),
      shareCell(item.speedTaxLow),
      shareCell(item.speedTaxHigh),
      daysCell(item.waitingMs, largestMs),
      daysCell(item.inPlayMs, largestMs),
      { text: item.complete ? 'yes' : 'still running', exact: String(item.complete) },
    ]),
  };
}
