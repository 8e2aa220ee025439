import type { SpeedTax } from '@speedtax/contract';
import { formatDays, formatExactMs } from '../../words/duration.ts';
import type { DrawingTable, TableCell } from '../frame/drawing-table.ts';
import type { MatrixLinks } from './prepare-matrix.ts';

/** Every pair, heaviest first: nothing is merged here. */
export function matrixTable(speedTax: SpeedTax, { pairHref }: MatrixLinks): DrawingTable {
  const nameById = new Map(speedTax.teams.map((team) => [team.teamId, team.name]));
  const pairs = speedTax.pairs.toSorted((a, b) => b.waitingMs - a.waitingMs || b.rootMs - a.rootMs);
  return {
    caption: `Who waits on whom, in issue-days, ${speedTax.from} to ${speedTax.to} (exclusive)`,
    columns: [
      { name: 'Waiting team' },
      { name: 'Blocking team' },
      { name: 'Direct', exactName: 'waitingMs', numeric: true },
      { name: 'Root', exactName: 'rootMs', numeric: true },
      { name: 'Unaccepted', exactName: 'unacceptedMs', numeric: true },
      { name: 'Queued', exactName: 'queuedMs', numeric: true },
      { name: 'In work', exactName: 'inWorkMs', numeric: true },
      { name: 'Issues', exactName: 'issues', numeric: true },
    ],
    rows: pairs.map((pair) => [
      { text: nameById.get(pair.waitingTeamId) ?? pair.waitingTeamId },
      { text: nameById.get(pair.blockingTeamId) ?? pair.blockingTeamId, href: pairHref(pair.waitingTeamId, pair.blockingTeamId) },
      daysCell(pair.waitingMs),
      daysCell(pair.rootMs),
      daysCell(pair.anatomy.unacceptedMs),
      daysCell(pair.anatomy.queuedMs),
      daysCell(pair.anatomy.inWorkMs),
      { text: String(pair.issues), exact: pair.issues },
    ]),
  };
}

function daysCell(ms: number): TableCell {
  return { text: formatDays(ms), exact: ms, exactText: formatExactMs(ms) };
}
