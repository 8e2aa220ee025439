import { initiativeMeasures, initiativeTeamMeasures } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import { makeFloats } from '../columns/growing-column.ts';
import { walkInPlay } from '../history/in-play.ts';
import type { Lifelines } from '../history/lifelines.ts';
import type { Membership } from '../initiatives/derive-membership.ts';
import { type IntervalSet, subtract, unionOf } from '../interval/interval-set.ts';
import { type BlockedColumns, beforePlay } from '../waiting/wait-rows.ts';
import { makeDayLedger } from './day-ledger.ts';
import { makeSumRows, type SumRows } from './sum-rows.ts';

const clockWaiting = initiativeMeasures.indexOf('clockWaitingMs');
const stalled = initiativeMeasures.indexOf('stalledMs');
const inPlay = initiativeTeamMeasures.indexOf('inPlayMs');
const waiting = initiativeTeamMeasures.indexOf('waitingMs');

/** What each initiative had in play and waiting, by team, and when somebody or everybody in it waited. */
export function sumInitiatives(
  clock: OrganizationClock,
  lifelines: Lifelines,
  blocked: BlockedColumns,
  { offset, issue: members }: Membership,
  teamCount: number,
): { initiative: SumRows; initiativeTeam: SumRows } {
  const initiativeRows = makeSumRows('initiative');
  const teamRows = makeSumRows('initiativeTeam');
  const ledger = makeDayLedger(clock, 1, initiativeRows);
  const teamLedger = makeDayLedger(clock, teamCount, teamRows);
  const firstWait = findFirstRows(blocked, lifelines.offset.length - 1);

  for (let initiative = 0; initiative + 1 < offset.length; initiative++) {
    const waits = { from: makeFloats(), to: makeFloats() };
    const moving = { from: makeFloats(), to: makeFloats() };
    for (const issue of members.subarray(offset[initiative]!, offset[initiative + 1]!)) {
      let row = firstWait[issue]!;
      const rowEnd = firstWait[issue + 1]!;
      walkInPlay(lifelines, issue, (team, from, to) => {
        if (team >= 0) teamLedger.add(team, inPlay, from, to, 1);
        let movingFrom = from;
        for (; row < rowEnd && blocked.from[row]! < to; row++) {
          if (blocked.phase[row] === beforePlay) continue;
          teamLedger.add(blocked.team[row]!, waiting, blocked.from[row]!, blocked.to[row]!, 1);
          waits.from.push(blocked.from[row]!);
          waits.to.push(blocked.to[row]!);
          moving.from.push(movingFrom);
          moving.to.push(blocked.from[row]!);
          movingFrom = blocked.to[row]!;
        }
        moving.from.push(movingFrom);
        moving.to.push(to);
      });
    }
    if (waits.from.length > 0) {
      const somebodyWaits = unionOf(waits.from.view(), waits.to.view());
      const everybodyWaits = subtract(somebodyWaits, unionOf(moving.from.view(), moving.to.view()));
      addSet(somebodyWaits, (from, to) => ledger.add(0, clockWaiting, from, to, 1));
      addSet(everybodyWaits, (from, to) => ledger.add(0, stalled, from, to, 1));
    }
    ledger.flush(() => [initiative, -1]);
    teamLedger.flush((team) => [initiative, team]);
  }
  return { initiative: initiativeRows, initiativeTeam: teamRows };
}

function addSet(set: IntervalSet, add: (from: number, to: number) => void): void {
  for (let k = 0; k < set.from.length; k++) add(set.from[k]!, set.to[k]!);
}

/** Rows come by issue: those of issue `i` are `first[i]` to `first[i + 1] − 1`. */
export function findFirstRows({ issue, count }: Pick<BlockedColumns, 'issue' | 'count'>, issueCount: number): Int32Array {
  const first = new Int32Array(issueCount + 1);
  for (let row = 0; row < count; row++) first[issue[row]! + 1]!++;
  for (let i = 0; i < issueCount; i++) first[i + 1]! += first[i]!;
  return first;
}
