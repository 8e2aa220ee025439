import type { FlaggedColumns } from '../analysis/analysis.ts';
import { floats, ints, makeRows } from '../columns/growing-rows.ts';
import type { StepColumns } from '../facts/company.ts';
import type { InPlayColumns } from '../history/in-play.ts';
import { type IntervalSet, intersect, subtract, unionOf } from '../interval/interval-set.ts';
import type { BlockedColumns } from '../waiting/wait-rows.ts';

/**
 * Somebody marked the issue as impeded, and no link says by what:
 *
 *     flagged  =  marked ∩ in play ∩ not waiting
 *
 * Of the team that owned the issue. It is shown apart, and is no part of the tax. `marks` left out: nobody ever marked anything.
 */
export function deriveFlagged(marks: StepColumns | undefined, play: InPlayColumns, blocked: BlockedColumns, now: number): FlaggedColumns {
  const size = marks?.at.length ?? 0;
  const rows = makeRows({ issue: ints(size), team: ints(size), from: floats(size), to: floats(size) });
  const { columns } = rows;
  if (marks !== undefined && size > 0)
    for (let issue = 0; issue + 1 < marks.offset.length; issue++) {
      if (marks.offset[issue] === marks.offset[issue + 1]) continue;
      const marked = whenMarked(marks, issue, now);
      const waiting = unionOf(...rowsOf(blocked, issue));
      for (let row = play.offset[issue]!; row < play.offset[issue + 1]!; row++) {
        if (play.team[row]! < 0) continue;
        const inPlay = { from: play.from.subarray(row, row + 1), to: play.to.subarray(row, row + 1) };
        const flagged = subtract(intersect(marked, inPlay), waiting);
        for (let k = 0; k < flagged.from.length; k++) {
          const place = rows.next();
          columns.issue[place] = issue;
          columns.team[place] = play.team[row]!;
          columns.from[place] = flagged.from[k]!;
          columns.to[place] = flagged.to[k]!;
        }
      }
    }
  return { count: rows.count, ...rows.views() };
}

/** Up to `now`: what is marked or unmarked later has not happened. */
function whenMarked({ offset, at, value }: StepColumns, issue: number, now: number): IntervalSet {
  const from: number[] = [];
  const to: number[] = [];
  for (let row = offset[issue]!; row < offset[issue + 1]! && at[row]! <= now; row++) {
    const next = row + 1 < offset[issue + 1]! ? at[row + 1]! : Infinity;
    if (value[row] !== 1) continue;
    from.push(at[row]!);
    to.push(next <= now ? next : Infinity);
  }
  return unionOf(from, to);
}

/** An issue that is blocked while it is in play waits. */
function rowsOf({ offset, from, to }: BlockedColumns, issue: number): [Float64Array, Float64Array] {
  return [from.subarray(offset[issue]!, offset[issue + 1]!), to.subarray(offset[issue]!, offset[issue + 1]!)];
}
