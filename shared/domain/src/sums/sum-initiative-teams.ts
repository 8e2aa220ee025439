import { initiativeTeamMeasures } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import { walkInPlay } from '../history/in-play.ts';
import type { Lifelines } from '../history/lifelines.ts';
import type { Membership } from '../initiatives/derive-membership.ts';
import { type BlockedColumns, beforePlay } from '../waiting/wait-rows.ts';
import { makeDayLedger } from './day-ledger.ts';
import { makeSumRows, type SumRows } from './sum-rows.ts';

const inPlay = initiativeTeamMeasures.indexOf('inPlayMs');
const waiting = initiativeTeamMeasures.indexOf('waitingMs');

/** What each initiative had in play and waiting, by team. */
export function sumInitiativeTeams(
  clock: OrganizationClock,
  lifelines: Lifelines,
  blocked: BlockedColumns,
  { offset, issue: members }: Membership,
  teamCount: number,
): SumRows {
  const rows = makeSumRows('initiativeTeam');
  const ledger = makeDayLedger(clock, teamCount, rows);
  const firstWait = findFirstRows(blocked, lifelines.offset.length - 1);
  const addInPlay = (team: number, from: number, to: number): void => {
    if (team >= 0) ledger.add(team, inPlay, from, to, 1);
  };

  for (let initiative = 0; initiative + 1 < offset.length; initiative++) {
    for (const issue of members.subarray(offset[initiative]!, offset[initiative + 1]!)) {
      walkInPlay(lifelines, issue, addInPlay);
      for (let row = firstWait[issue]!; row < firstWait[issue + 1]!; row++)
        if (blocked.phase[row] !== beforePlay) ledger.add(blocked.team[row]!, waiting, blocked.from[row]!, blocked.to[row]!, 1);
    }
    ledger.flush((team) => [initiative, team]);
  }
  return rows;
}

/** Rows come by issue: those of issue `i` are `first[i]` to `first[i + 1] − 1`. */
export function findFirstRows({ issue, count }: Pick<BlockedColumns, 'issue' | 'count'>, issueCount: number): Int32Array {
  const first = new Int32Array(issueCount + 1);
  for (let row = 0; row < count; row++) first[issue[row]! + 1]!++;
  for (let i = 0; i < issueCount; i++) first[i + 1]! += first[i]!;
  return first;
}
