import { teamMeasures } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import { walkInPlay } from '../history/in-play.ts';
import type { Lifelines } from '../history/lifelines.ts';
import type { BlockedColumns } from '../waiting/wait-rows.ts';
import { makeDayLedger } from './day-ledger.ts';
import { makeSumRows, type SumRows } from './sum-rows.ts';

const inPlay = teamMeasures.indexOf('inPlayMs');
/** By code of the phase: held, dragging, before play. */
const measureOfPhase = [teamMeasures.indexOf('heldMs'), teamMeasures.indexOf('draggingMs'), teamMeasures.indexOf('blockedBeforePlayMs')];

/** What each team had in play, and how much of it waited: numerator and denominator of the speed tax. */
export function sumTeams(clock: OrganizationClock, lifelines: Lifelines, blocked: BlockedColumns, teamCount: number): SumRows {
  const rows = makeSumRows('team');
  const ledger = makeDayLedger(clock, teamCount, rows);
  const addInPlay = (team: number, from: number, to: number): void => {
    if (team >= 0) ledger.add(team, inPlay, from, to, 1);
  };
  for (let issue = 0; issue + 1 < lifelines.offset.length; issue++) walkInPlay(lifelines, issue, addInPlay);
  for (let row = 0; row < blocked.count; row++)
    ledger.add(blocked.team[row]!, measureOfPhase[blocked.phase[row]!]!, blocked.from[row]!, blocked.to[row]!, 1);
  ledger.flush((team) => [team, -1]);
  return rows;
}
