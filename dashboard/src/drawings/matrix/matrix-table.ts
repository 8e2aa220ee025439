import type { SpeedTax } from '@speedtax/contract';
import type { DrawingTable } from '../frame/drawing-table.ts';
import { daysCell } from '../frame/figure-cells.ts';
import type { MatrixLinks } from './prepare-matrix.ts';

/** Every pair, heaviest first: nothing is merged here. */
export function matrixTable(speedTax: SpeedTax, { pairHref }: MatrixLinks): DrawingTable {
  const nameById = new Map(speedTax.teams.map((team) => [team.teamId, team.name]));
  const pairs = speedTax.pairs.toSorted((a, b) => b.waitingMs - a.waitingMs || b.rootMs - a.rootMs);
  const largestMs = Math.max(0, ...pairs.map((pair) => Math.max(pair.waitingMs, pair.rootMs)));
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
      daysCell(pair.waitingMs, largestMs),
      daysCell(pair.rootMs, largestMs),
      daysCell(pair.anatomy.unacceptedMs, largestMs),
      daysCell(pair.anatomy.queuedMs, largestMs),
      daysCell(pair.anatomy.inWorkMs, largestMs),
      { text: String(pair.issues), exact: pair.issues },
    ]),
  };
}
