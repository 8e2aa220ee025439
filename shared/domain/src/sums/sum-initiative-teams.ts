import { initiativeTeamMeasures } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import { giveBack } from '../columns/give-back.ts';
import { groupRows } from '../columns/group-rows.ts';
import type { InPlayColumns } from '../history/in-play.ts';
import { initiativesOf, type Membership } from '../initiatives/derive-membership.ts';
import { type BlockedColumns, beforePlay } from '../waiting/wait-rows.ts';
import { addInterval, type DayLedger, flushSubject, makeDayLedger } from './day-ledger.ts';
import { makeSumRows, type SumRows } from './sum-rows.ts';

const inPlay = initiativeTeamMeasures.indexOf('inPlayMs');
const waiting = initiativeTeamMeasures.indexOf('waitingMs');

/** What each initiative had in play and waiting, by team. `project`: of each issue. */
export function sumInitiativeTeams(
  clock: OrganizationClock,
  play: InPlayColumns,
  blocked: BlockedColumns,
  project: Int32Array,
  membership: Membership,
  teamCount: number,
): SumRows {
  const played = copyByInitiative(play, project, membership);
  const waitingTeam = blocked.team.map((team, row) => (blocked.phase[row] === beforePlay ? -1 : team));
  const waited = copyByInitiative({ ...blocked, team: waitingTeam }, project, membership);
  const rows = makeSumRows('initiativeTeam', played.team.length + waited.team.length);
  const ledger = makeDayLedger(clock, rows);
  for (let initiative = 0; initiative + 1 < played.offset.length; initiative++) {
    // What waits is in play: an initiative or team without the one has nothing of the other.
    if (played.offset[initiative] === played.offset[initiative + 1]) continue;
    const ofPlay = groupByTeam(played, initiative, teamCount);
    const ofWaits = groupByTeam(waited, initiative, teamCount);
    for (let team = 0; team < teamCount; team++) {
      if (ofPlay.offset[team] === ofPlay.offset[team + 1]) continue;
      addRows(ledger, inPlay, played, ofPlay.rows, ofPlay.offset[team]!, ofPlay.offset[team + 1]!, played.offset[initiative]!);
      addRows(ledger, waiting, waited, ofWaits.rows, ofWaits.offset[team]!, ofWaits.offset[team + 1]!, waited.offset[initiative]!);
      flushSubject(ledger, initiative, team);
    }
  }
  for (const { team, from, to } of [played, waited]) giveBack([team, from, to]);
  return rows;
}

/** Intervals of teams: those of initiative `n` (or issue `i`) are rows `offset[n]` to `offset[n + 1] − 1`. */
interface TeamIntervals {
  readonly offset: Int32Array;
  readonly team: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** Those of each initiative's issues together. Copied from front to back: picking them out of all issues' is many times slower. */
function copyByInitiative(of: TeamIntervals, project: Int32Array, membership: Membership): TeamIntervals {
  const initiatives = membership.offset.length - 1;
  const offset = new Int32Array(initiatives + 1);
  for (let issue = 0; issue < project.length; issue++)
    for (const initiative of initiativesOf(membership, project[issue]!))
      offset[initiative + 1]! += of.offset[issue + 1]! - of.offset[issue]!;
  for (let n = 0; n < initiatives; n++) offset[n + 1]! += offset[n]!;

  const count = offset[initiatives]!;
  const next = offset.slice(0, initiatives);
  const copy = { offset, team: new Int32Array(count), from: new Float64Array(count), to: new Float64Array(count) };
  for (let issue = 0; issue < project.length; issue++)
    for (const initiative of initiativesOf(membership, project[issue]!))
      for (let row = of.offset[issue]!; row < of.offset[issue + 1]!; row++) {
        const place = next[initiative]!++;
        copy.team[place] = of.team[row]!;
        copy.from[place] = of.from[row]!;
        copy.to[place] = of.to[row]!;
      }
  return copy;
}

function groupByTeam({ offset, team }: TeamIntervals, initiative: number, teamCount: number) {
  return groupRows(team.subarray(offset[initiative], offset[initiative + 1]), teamCount);
}

/** `rows` count from the row `first` on. */
function addRows(
  ledger: DayLedger,
  measure: number,
  { from, to }: TeamIntervals,
  rows: Int32Array,
  begin: number,
  end: number,
  first: number,
): void {
  for (let place = begin; place < end; place++) addInterval(ledger, measure, from[first + rows[place]!]!, to[first + rows[place]!]!, 1);
}
