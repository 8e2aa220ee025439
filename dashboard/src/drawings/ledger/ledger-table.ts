import type { SpeedTax } from '@speedtax/contract';
import { formatDays, formatExactMs } from '../../words/duration.ts';
import { formatExactShare, formatShare } from '../../words/share.ts';
import type { DrawingTable, TableCell } from '../frame/drawing-table.ts';

/** The ledger as a table, heaviest payer first. */
export function ledgerTable(speedTax: SpeedTax, teamHref: (teamId: string) => string): DrawingTable {
  const teams = [...speedTax.teams].sort((a, b) => b.waitingMs - a.waitingMs || b.imposedMs - a.imposedMs || a.name.localeCompare(b.name, 'en'));
  return {
    caption: `Tax paid and imposed by team, in issue-days, ${speedTax.from} to ${speedTax.to} (exclusive)`,
    columns: [
      { name: 'Team' },
      { name: 'Speed tax', exactName: 'speedTax', numeric: true },
      { name: 'Low', exactName: 'speedTaxLow', numeric: true },
      { name: 'High', exactName: 'speedTaxHigh', numeric: true },
      { name: 'Paid', exactName: 'waitingMs', numeric: true },
      { name: 'Held', exactName: 'waitingUnstartedMs', numeric: true },
      { name: 'Dragging', exactName: 'waitingStartedMs', numeric: true },
      { name: 'Imposed', exactName: 'imposedMs', numeric: true },
      { name: 'In play', exactName: 'inPlayMs', numeric: true },
    ],
    rows: teams.map((team) => [
      { text: team.name, href: teamHref(team.teamId) },
      shareCell(team.speedTax),
      shareCell(team.speedTaxLow),
      shareCell(team.speedTaxHigh),
      daysCell(team.waitingMs),
      daysCell(team.waitingUnstartedMs),
      daysCell(team.waitingStartedMs),
      daysCell(team.imposedMs),
      daysCell(team.inPlayMs),
    ]),
  };
}

function daysCell(ms: number): TableCell {
  return { text: formatDays(ms), exact: ms, exactText: formatExactMs(ms) };
}

function shareCell(share: number | null): TableCell {
  return { text: formatShare(share), exact: share, exactText: formatExactShare(share) };
}
