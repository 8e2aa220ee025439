import { dayMs, formatDuration, formatExactMs } from '../../words/duration.ts';
import { formatDay } from '../../words/instant.ts';
import type { DrawingTable, TableCell } from '../frame/drawing-table.ts';
import type { ClockWeekSum } from './group-weeks.ts';

/** The weeks of the clock as rows. */
export function clockTable(weeks: readonly ClockWeekSum[]): DrawingTable {
  return {
    caption: 'Clock time of the initiative by week',
    columns: [
      { name: 'Week of' },
      { name: 'Working', exactName: 'workingMs', numeric: true },
      { name: 'Somebody waiting', exactName: 'waitingMs', numeric: true },
      { name: 'Stalled', exactName: 'stalledMs', numeric: true },
    ],
    rows: weeks.map((week) => [
      { text: formatDay(week.from), exact: week.from },
      timeCell(week.workingDays),
      timeCell(week.waitingDays),
      timeCell(week.stalledDays),
    ]),
  };
}

function timeCell(days: number): TableCell {
  const ms = Math.round(days * dayMs);
  return { text: formatDuration(ms), exact: ms, exactText: formatExactMs(ms) };
}
