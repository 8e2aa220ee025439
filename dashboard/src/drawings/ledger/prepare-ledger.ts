import type { SpeedTax, TeamTax } from '@speedtax/contract';
import { dayMs, formatDays, formatDaysAlike, formatExactMs, formatIssueDays, formatSignificant } from '../../words/duration.ts';
import { formatExactShare, formatShare, formatShareRange } from '../../words/share.ts';
import type { DrawingTable } from '../frame/drawing-table.ts';
import { niceStep } from '../scale/nice-ticks.ts';
import { percent, type Stretch } from '../scale/percent.ts';
import { ledgerTable } from './ledger-table.ts';

export interface LedgerRow {
  teamId: string;
  name: string;
  href: string;
  tax: string;
  taxRange: string;
  taxExact: string;
  paid: string;
  paidExact: string;
  imposed: string;
  imposedExact: string;
  /** Left of zero, the held part nearest to it. */
  held: Stretch;
  dragging: Stretch;
  /** From what is surely waiting to what may be: the tax's low and high. */
  range: Stretch;
  imposedBar: Stretch;
  /** The row read aloud. */
  sentence: string;
}

/** One pair, drawn on two rows: on the blocking team's imposed side, and on the waiting team's paid side. */
export interface Counterpart {
  waitingRow: number;
  blockingRow: number;
  /** Right of zero, on the blocking team's row. */
  imposedBar: Stretch;
  /** Left of zero, on the waiting team's row. */
  paidBar: Stretch;
  text: string;
  exact: string;
}

export type LedgerOrder = 'paid' | 'imposed';

export interface Ledger {
  rows: LedgerRow[];
  /** Row indices, heaviest first. */
  orders: Record<LedgerOrder, number[]>;
  counterparts: Counterpart[];
  /** Where zero stands, in percent of the bars' width. */
  zero: number;
  ticks: { x: number; text: string }[];
  total: { paid: string; paidExact: string; imposed: string; tax: string; taxExact: string };
  /** Teams without a figure: nothing of theirs was in play and they kept nobody waiting. */
  idleTeams: string[];
  anyWaiting: boolean;
  table: DrawingTable;
}

const ticksAcross = 6;
/** Even a team that only pays, or only imposes, needs to be seen on its side. */
const leastSideShare = 0.18;

/** The double-entry bar of every team on one scale of issue-days: paid left of zero, imposed right of it. */
export function prepareLedger(speedTax: SpeedTax, teamHref: (teamId: string) => string): Ledger {
  const teams = speedTax.teams.filter(hasFigures);
  const scale = measureSides(teams);
  const rows = teams.map((team) => prepareRow(team, scale, teamHref(team.teamId)));
  const indexByTeam = new Map(teams.map((team, index) => [team.teamId, index]));
  const { total } = speedTax;
  return {
    rows,
    orders: { paid: orderBy(teams, 'waitingMs', 'imposedMs'), imposed: orderBy(teams, 'imposedMs', 'waitingMs') },
    counterparts: prepareCounterparts(speedTax, indexByTeam, scale),
    zero: percent(scale.leftMs, scale.wholeMs),
    ticks: prepareTicks(scale),
    total: {
      paid: formatDays(total.waitingMs),
      paidExact: formatExactMs(total.waitingMs),
      imposed: formatDays(total.imposedMs),
      tax: formatShare(total.speedTax),
      taxExact: taxExact(total),
    },
    idleTeams: speedTax.teams.filter((team) => !hasFigures(team)).map((team) => team.name),
    anyWaiting: teams.some((team) => highMs(team) > 0 || team.imposedMs > 0),
    table: ledgerTable(speedTax, teamHref),
  };
}

interface Sides {
  /** Of both columns of figures. */
  largestMs: number;
  leftMs: number;
  wholeMs: number;
  rightMs: number;
}

function measureSides(teams: readonly TeamTax[]): Sides {
  const paidMs = Math.max(0, ...teams.map(highMs));
  const imposedMs = Math.max(0, ...teams.map((team) => team.imposedMs));
  const least = Math.max(paidMs + imposedMs, 1) * leastSideShare;
  const leftMs = Math.max(paidMs, least);
  const rightMs = Math.max(imposedMs, least);
  return { largestMs: Math.max(imposedMs, ...teams.map((team) => team.waitingMs)), leftMs, rightMs, wholeMs: leftMs + rightMs };
}

function prepareRow(team: TeamTax, { largestMs, leftMs, wholeMs }: Sides, href: string): LedgerRow {
  const leftOfZero = (nearMs: number, farMs: number): Stretch => ({
    x: percent(leftMs - farMs, wholeMs),
    width: percent(farMs - nearMs, wholeMs),
  });
  return {
    teamId: team.teamId,
    name: team.name,
    href,
    tax: formatShare(team.speedTax),
    taxRange: formatShareRange(team.speedTaxLow, team.speedTaxHigh),
    taxExact: taxExact(team),
    paid: formatDaysAlike(team.waitingMs, largestMs),
    paidExact: formatExactMs(team.waitingMs),
    imposed: formatDaysAlike(team.imposedMs, largestMs),
    imposedExact: formatExactMs(team.imposedMs),
    held: leftOfZero(0, team.waitingUnstartedMs),
    dragging: leftOfZero(team.waitingUnstartedMs, team.waitingMs),
    range: leftOfZero(team.waitingUnstartedMs, highMs(team)),
    imposedBar: { x: percent(leftMs, wholeMs), width: percent(team.imposedMs, wholeMs) },
    sentence: `${team.name}: speed tax ${formatShare(team.speedTax)}, paid ${formatIssueDays(team.waitingMs)} waiting on others, imposed ${formatIssueDays(team.imposedMs)} on others`,
  };
}

function prepareCounterparts(
  { pairs }: SpeedTax,
  indexByTeam: ReadonlyMap<string, number>,
  { largestMs, leftMs, wholeMs }: Sides,
): Counterpart[] {
  return pairs.flatMap((pair) => {
    const waitingRow = indexByTeam.get(pair.waitingTeamId);
    const blockingRow = indexByTeam.get(pair.blockingTeamId);
    if (waitingRow === undefined || blockingRow === undefined || pair.waitingMs === 0) return [];
    const width = percent(pair.waitingMs, wholeMs);
    return [
      {
        waitingRow,
        blockingRow,
        imposedBar: { x: percent(leftMs, wholeMs), width },
        paidBar: { x: percent(leftMs - pair.waitingMs, wholeMs), width },
        text: formatDaysAlike(pair.waitingMs, largestMs),
        exact: formatExactMs(pair.waitingMs),
      },
    ];
  });
}

function prepareTicks({ leftMs, rightMs, wholeMs }: Sides): Ledger['ticks'] {
  const stepMs = niceStep(wholeMs / dayMs / ticksAcross) * dayMs;
  const left = Math.floor(leftMs / stepMs);
  const right = Math.floor(rightMs / stepMs);
  return Array.from({ length: left + right + 1 }, (_, index) => {
    const steps = index - left;
    return { x: percent(leftMs + steps * stepMs, wholeMs), text: formatSignificant(Math.abs((steps * stepMs) / dayMs)) };
  });
}

function orderBy(teams: readonly TeamTax[], first: 'waitingMs' | 'imposedMs', second: 'waitingMs' | 'imposedMs'): number[] {
  const ordered = teams.map((team, index) => ({ team, index }));
  ordered.sort((a, b) => b.team[first] - a.team[first] || b.team[second] - a.team[second] || a.team.name.localeCompare(b.team.name, 'en'));
  return ordered.map(({ index }) => index);
}

function hasFigures(team: TeamTax): boolean {
  return team.inPlayMs > 0 || team.imposedMs > 0 || team.blockedBeforePlayMs > 0;
}

function highMs(team: TeamTax): number {
  return team.waitingMs + team.blockedBeforePlayMs;
}

function taxExact(figures: Pick<TeamTax, 'speedTax' | 'speedTaxLow' | 'speedTaxHigh'>): string {
  if (figures.speedTax === null) return 'no speed tax: nothing was in play';
  return `${formatExactShare(figures.speedTax)}; low ${formatExactShare(figures.speedTaxLow)}, high ${formatExactShare(figures.speedTaxHigh)}`;
}
