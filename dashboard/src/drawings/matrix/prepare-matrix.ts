import type { PairTax, SpeedTax } from '@speedtax/contract';
import { formatDaysAlike, formatExactMs, formatIssueDays } from '../../words/duration.ts';
import { type Anatomy, prepareAnatomy } from '../anatomy-strip/prepare-anatomy.ts';
import type { DrawingTable } from '../frame/drawing-table.ts';
import { matrixTable } from './matrix-table.ts';
import { type MatrixTeam, mergeSmallTeams } from './merge-small-teams.ts';
import { orderByCluster } from './order-by-cluster.ts';

export type Attribution = 'direct' | 'root';

export interface MatrixFigure {
  /** Side of the square in share of the cell, so that its area is the time; or length of a margin's bar. */
  size: number;
  text: string;
  exact: string;
}

export interface MatrixCell {
  row: number;
  column: number;
  /** The waits behind the cell; null for what several teams share. */
  href: string | null;
  direct: MatrixFigure;
  root: MatrixFigure;
  issues: number;
  /** It adds up several teams and may be too large for its cell: it is drawn, but not to scale. */
  several: boolean;
  anatomy: Anatomy;
  waitingName: string;
  blockingName: string;
}

export interface MatrixLine {
  id: string;
  name: string;
  several: boolean;
  href: string | null;
  /** Tax paid, the same for both attributions. */
  paid: MatrixFigure;
  /** Tax imposed: directly, and as the root of others' waits. */
  imposed: Record<Attribution, MatrixFigure>;
}

export interface Matrix {
  lines: MatrixLine[];
  cells: MatrixCell[];
  /** The heaviest pairs, for narrow screens: indices of cells. */
  heaviest: Record<Attribution, number[]>;
  shownTeams: number;
  allTeams: number;
  allPairs: Record<Attribution, number>;
  table: DrawingTable;
}

export interface MatrixLinks {
  teamHref: (teamId: string) => string;
  pairHref: (waitingTeamId: string, blockingTeamId: string) => string;
}

const mostTeams = 40;
const mostListedPairs = 30;

/** Waiting teams in rows, blocking teams in columns, both in one clustered order and on one scale for direct and root. */
export function prepareMatrix(speedTax: SpeedTax, links: MatrixLinks): Matrix {
  const merged = mergeSmallTeams(speedTax, mostTeams);
  const order = orderByCluster(affinity(merged.teams.length, merged.pairs));
  const withOthersLast = [
    ...order.filter((index) => merged.teams[index]?.teamId !== null),
    ...order.filter((index) => merged.teams[index]?.teamId === null),
  ];
  const placeByIndex = new Map(withOthersLast.map((index, place) => [index, place]));
  const teams = withOthersLast.flatMap((index) => merged.teams[index] ?? []);
  const pairs = merged.pairs.map((pair) => ({
    ...pair,
    row: placeByIndex.get(pair.waiting) ?? 0,
    column: placeByIndex.get(pair.blocking) ?? 0,
  }));
  // The line of the others would dwarf every team that has a name.
  const named = pairs.filter((pair) => teams[pair.row]?.teamId !== null && teams[pair.column]?.teamId !== null);
  const largestMs = Math.max(1, ...named.flatMap((pair) => [pair.waitingMs, pair.rootMs]));
  const cells = pairs.map((pair) => prepareCell(pair, teams, largestMs, links)).sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    lines: prepareLines(teams, pairs, links),
    cells,
    heaviest: { direct: heaviestCells(cells, pairs, 'waitingMs'), root: heaviestCells(cells, pairs, 'rootMs') },
    shownTeams: teams.filter((team) => team.teamId !== null).length,
    allTeams: merged.allTeams,
    allPairs: { direct: pairs.filter((pair) => pair.waitingMs > 0).length, root: pairs.filter((pair) => pair.rootMs > 0).length },
    table: matrixTable(speedTax, links),
  };
}

export interface PlacedPair extends Pick<PairTax, 'waitingMs' | 'rootMs' | 'anatomy' | 'issues'> {
  row: number;
  column: number;
}

function affinity(count: number, pairs: readonly { waiting: number; blocking: number; waitingMs: number; rootMs: number }[]): number[][] {
  const weights = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  const add = (i: number, j: number, weight: number) => {
    const row = weights[i];
    if (row) row[j] = (row[j] ?? 0) + weight;
  };
  for (const pair of pairs) {
    // The root keeps both views in one order, so that the change between them moves squares, not teams.
    const weight = Math.sqrt(pair.waitingMs + pair.rootMs);
    add(pair.waiting, pair.blocking, weight);
    add(pair.blocking, pair.waiting, weight);
  }
  return weights;
}

function prepareCell(pair: PlacedPair, teams: readonly MatrixTeam[], largestMs: number, links: MatrixLinks): MatrixCell {
  const [waiting, blocking] = [teams[pair.row], teams[pair.column]];
  const bothKnown = waiting?.teamId && blocking?.teamId;
  return {
    row: pair.row,
    column: pair.column,
    href: bothKnown && waiting.teamId && blocking.teamId ? links.pairHref(waiting.teamId, blocking.teamId) : null,
    direct: squareFigure(pair.waitingMs, largestMs),
    root: squareFigure(pair.rootMs, largestMs),
    issues: pair.issues,
    several: waiting?.teamId === null || blocking?.teamId === null,
    anatomy: prepareAnatomy(pair.anatomy),
    waitingName: waiting?.name ?? '',
    blockingName: blocking?.name ?? '',
  };
}

function prepareLines(teams: readonly MatrixTeam[], pairs: readonly PlacedPair[], links: MatrixLinks): MatrixLine[] {
  const sums = teams.map((_, place) => ({
    paidMs: sum(pairs.filter((pair) => pair.row === place).map((pair) => pair.waitingMs)),
    directMs: sum(pairs.filter((pair) => pair.column === place).map((pair) => pair.waitingMs)),
    rootMs: sum(pairs.filter((pair) => pair.column === place).map((pair) => pair.rootMs)),
  }));
  const namedSums = sums.filter((_, place) => teams[place]?.teamId !== null);
  const largestMs = Math.max(1, ...namedSums.flatMap(({ paidMs, directMs, rootMs }) => [paidMs, directMs, rootMs]));
  return teams.map((team, place) => {
    const { paidMs, directMs, rootMs } = sums[place] ?? { paidMs: 0, directMs: 0, rootMs: 0 };
    return {
      id: team.teamId ?? 'others',
      name: team.name,
      several: team.teamId === null,
      href: team.teamId === null ? null : links.teamHref(team.teamId),
      paid: barFigure(paidMs, largestMs),
      imposed: { direct: barFigure(directMs, largestMs), root: barFigure(rootMs, largestMs) },
    };
  });
}

function heaviestCells(cells: readonly MatrixCell[], pairs: readonly PlacedPair[], measure: 'waitingMs' | 'rootMs'): number[] {
  const msByPlace = new Map(pairs.map((pair) => [`${pair.row}/${pair.column}`, pair[measure]]));
  const msOf = (index: number) => msByPlace.get(`${cells[index]?.row}/${cells[index]?.column}`) ?? 0;
  const waiting = cells.map((_, index) => index).filter((index) => msOf(index) > 0);
  return waiting.sort((a, b) => msOf(b) - msOf(a)).slice(0, mostListedPairs);
}

function squareFigure(ms: number, largestMs: number): MatrixFigure {
  return { size: round(Math.min(1, Math.sqrt(ms / largestMs))), text: formatIssueDays(ms), exact: formatExactMs(ms) };
}

function barFigure(ms: number, largestMs: number): MatrixFigure {
  return { size: round(Math.min(1, ms / largestMs)), text: formatDaysAlike(ms, largestMs), exact: formatExactMs(ms) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(size: number): number {
  return Math.round(size * 10_000) / 10_000;
}
