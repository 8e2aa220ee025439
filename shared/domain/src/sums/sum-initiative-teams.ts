import { initiativeTeamMeasures } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import { regroupRows } from '../columns/group-rows.ts';
import type { InPlayColumns } from '../history/in-play.ts';
import type { Membership } from '../initiatives/derive-membership.ts';
import { type BlockedColumns, beforePlay } from '../waiting/wait-rows.ts';
import { makeDayLedger } from './day-ledger.ts';
import { makeSumRows, type SumRows } from './sum-rows.ts';

const inPlay = initiativeTeamMeasures.indexOf('inPlayMs');
const waiting = initiativeTeamMeasures.indexOf('waitingMs');

/** What each initiative had in play and waiting, by team. */
export function sumInitiativeTeams(
  clock: OrganizationClock,
  play: InPlayColumns,
  blocked: BlockedColumns,
  { offset, issue: members }: Membership,
  teamCount: number,
): SumRows {
  const rows = makeSumRows('initiativeTeam');
  const ledger = makeDayLedger(clock, rows);
  for (let initiative = 0; initiative + 1 < offset.length; initiative++) {
    const issues = members.subarray(offset[initiative]!, offset[initiative + 1]!);
    if (issues.length === 0) continue;
    const playOf = regroupRows(listRows(issues, play.offset), play.team, teamCount);
    const blockedOf = regroupRows(listRows(issues, blocked.offset), blocked.team, teamCount);
    for (let team = 0; team < teamCount; team++) {
      for (let place = playOf.offset[team]!; place < playOf.offset[team + 1]!; place++) {
        const row = playOf.rows[place]!;
        ledger.add(inPlay, play.from[row]!, play.to[row]!, 1);
      }
      for (let place = blockedOf.offset[team]!; place < blockedOf.offset[team + 1]!; place++) {
        const row = blockedOf.rows[place]!;
        if (blocked.phase[row] !== beforePlay) ledger.add(waiting, blocked.from[row]!, blocked.to[row]!, 1);
      }
      ledger.flush(initiative, team);
    }
  }
  return rows;
}

/** The rows of some issues, where those of issue `i` are `offset[i]` to `offset[i + 1] − 1`. */
function listRows(issues: Int32Array, offset: Int32Array): Int32Array {
  let count = 0;
  for (const issue of issues) count += offset[issue + 1]! - offset[issue]!;
  const rows = new Int32Array(count);
  let place = 0;
  for (const issue of issues) for (let row = offset[issue]!; row < offset[issue + 1]!; row++) rows[place++] = row;
  return rows;
}
