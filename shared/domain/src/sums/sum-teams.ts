import { type FlaggedColumns, teamMeasures } from '../analysis/analysis.ts';
import type { OrganizationClock } from '../clock/organization-clock.ts';
import { giveBack } from '../columns/give-back.ts';
import { partitionRows } from '../columns/partition.ts';
import type { InPlayColumns } from '../history/in-play.ts';
import type { BlockedColumns } from '../waiting/wait-rows.ts';
import { addInterval, flushSubject, makeDayLedger } from './day-ledger.ts';
import { makeSumRows, type SumRows } from './sum-rows.ts';

const inPlayMs = teamMeasures.indexOf('inPlayMs');
const flaggedMs = teamMeasures.indexOf('flaggedMs');
/** By code of the phase: held, dragging, before play. */
const measureOfPhase = [teamMeasures.indexOf('heldMs'), teamMeasures.indexOf('draggingMs'), teamMeasures.indexOf('blockedBeforePlayMs')];

/** What each team had in play, and how much of it waited: numerator and denominator of the speed tax. Beside them what was flagged. */
export function sumTeams(
  clock: OrganizationClock,
  { inPlay, blocked, flagged }: { inPlay: InPlayColumns; blocked: BlockedColumns; flagged: FlaggedColumns },
  teamCount: number,
): SumRows {
  const rows = makeSumRows('team', inPlay.from.length);
  const ledger = makeDayLedger(clock, rows);
  const { offset: playOffset, columns: played } = partitionRows(inPlay.team, teamCount, { from: inPlay.from, to: inPlay.to });
  const { from, to, phase } = blocked;
  const { offset: waitOffset, columns: waited } = partitionRows(blocked.team, teamCount, { from, to, phase });
  const { offset: flagOffset, columns: flags } = partitionRows(flagged.team, teamCount, { from: flagged.from, to: flagged.to });
  for (let team = 0; team < teamCount; team++) {
    for (let row = playOffset[team]!; row < playOffset[team + 1]!; row++)
      addInterval(ledger, inPlayMs, played.from[row]!, played.to[row]!, 1);
    for (let row = waitOffset[team]!; row < waitOffset[team + 1]!; row++)
      addInterval(ledger, measureOfPhase[waited.phase[row]!]!, waited.from[row]!, waited.to[row]!, 1);
    for (let row = flagOffset[team]!; row < flagOffset[team + 1]!; row++)
      addInterval(ledger, flaggedMs, flags.from[row]!, flags.to[row]!, 1);
    flushSubject(ledger, team, -1);
  }
  for (const copied of [played, waited, flags]) giveBack(Object.values(copied));
  return rows;
}
