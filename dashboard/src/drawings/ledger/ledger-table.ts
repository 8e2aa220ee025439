import type { SpeedTax } from '@speedtax/contract';
import type { DrawingTable } from '../frame/drawing-table.ts';
import { daysCell, shareCell } from '../frame/figure-cells.ts';

/** The ledger as a table, heaviest payer first. */
export function ledgerTable(speedTax: SpeedTax, teamHref: (teamId: string) => string): DrawingTable {
  const teams = [...speedTax.teams].sort(
    (a, b) => b.waitingMs - a.waitingMs || b.imposedMs - a.imposedMs || a.name.localeCompare(b.name, 'en'),
  );
  const largestMs = Math.max(0, ...teams.map((team) => Math.max(team.waitingMs, team.imposedMs)));
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
      daysCell(team.waitingMs, largestMs),
      daysCell(team.waitingUnstartedMs, largestMs),
      daysCell(team.waitingStartedMs, largestMs),
      daysCell(team.imposedMs, largestMs),
      daysCell(team.inPlayMs, largestMs),
    ]),
  };
}
