import { teamMeasures } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import { groupRows } from '../columns/group-rows.ts';
import type { InPlayColumns } from '../history/in-play.ts';
import type { BlockedColumns } from '../waiting/wait-rows.ts';
import { makeDayLedger } from './day-ledger.ts';
import { makeSumRows, type SumRows } from './sum-rows.ts';

const inPlay = teamMeasures.indexOf('inPlayMs');
/** By code of the phase: held, dragging, before play. */
const measureOfPhase = [teamMeasures.indexOf('heldMs'), teamMeasures.indexOf('draggingMs'), teamMeasures.indexOf('blockedBeforePlayMs')];

/** What each team had in play, and how much of it waited: numerator and denominator of the speed tax. */
export function sumTeams(clock: OrganizationClock, play: InPlayColumns, blocked: BlockedColumns, teamCount: number): SumRows {
  const rows = makeSumRows('team');
  const ledger = makeDayLedger(clock, rows);
  const playOf = groupRows(play.team, teamCount);
  const blockedOf = groupRows(blocked.team, teamCount);
  for (let team = 0; team < teamCount; team++) {
    for (let place = playOf.offset[team]!; place < playOf.offset[team + 1]!; place++) {
      const row = playOf.rows[place]!;
      ledger.add(inPlay, play.from[row]!, play.to[row]!, 1);
    }
    for (let place = blockedOf.offset[team]!; place < blockedOf.offset[team + 1]!; place++) {
      const row = blockedOf.rows[place]!;
      ledger.add(measureOfPhase[blocked.phase[row]!]!, blocked.from[row]!, blocked.to[row]!, 1);
    }
    ledger.flush(team, -1);
  }
  return rows;
}
