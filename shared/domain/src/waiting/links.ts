import type { EngineProblem } from '../analysis/analysis.ts';
import { groupRows } from '../columns/group-rows.ts';
import { makeFloats, makeInts } from '../columns/growing-column.ts';
import { sortRows } from '../columns/sort-rows.ts';
import type { DependencyColumns } from '../facts/company.ts';

/**
 * When each blocker was linked to each blocked issue: the links onto issue `i` are rows `offset[i]` to `offset[i + 1] − 1`.
 * Those of one pair are disjoint and sorted by `from`, however often the tracker says the same thing.
 */
export interface Links {
  readonly offset: Int32Array;
  readonly blocker: Int32Array;
  readonly blocked: Int32Array;
  readonly from: Float64Array;
  /** Infinity: linked to this day. */
  readonly to: Float64Array;
}

/** Merges duplicates, and leaves out what cannot block: an issue linked to itself, and links from after `now`. */
export function deriveLinks(dependencies: DependencyColumns, issueCount: number, now: number): { links: Links; problems: EngineProblem[] } {
  const problems: EngineProblem[] = [];
  const groupOf = new Int32Array(dependencies.count);
  for (let d = 0; d < dependencies.count; d++) {
    const blocked = dependencies.blocked[d]!;
    const isSelf = dependencies.blocker[d] === blocked;
    const isBackward = dependencies.to[d]! < dependencies.from[d]!;
    if (isSelf) problems.push({ kind: 'self-dependency', issue: blocked });
    if (isBackward) problems.push({ kind: 'ends-before-start', issue: blocked });
    const isEmpty = !(dependencies.from[d]! < dependencies.to[d]!);
    groupOf[d] = isSelf || isEmpty || dependencies.from[d]! > now ? -1 : blocked;
  }

  const groups = groupRows(groupOf, issueCount);
  const offset = new Int32Array(issueCount + 1);
  const blocker = makeInts(groups.rows.length + 16);
  const blocked = makeInts(groups.rows.length + 16);
  const from = makeFloats(groups.rows.length + 16);
  const to = makeFloats(groups.rows.length + 16);
  for (let i = 0; i < issueCount; i++) {
    const rows = groups.rows.subarray(groups.offset[i]!, groups.offset[i + 1]!);
    if (rows.length > 1) sortByPairAndStart(rows, dependencies);
    for (let k = 0; k < rows.length; ) {
      const first = rows[k]!;
      let end = dependencies.to[first]!;
      for (
        k++;
        k < rows.length && dependencies.blocker[rows[k]!] === dependencies.blocker[first] && dependencies.from[rows[k]!]! <= end;
        k++
      )
        end = Math.max(end, dependencies.to[rows[k]!]!);
      blocker.push(dependencies.blocker[first]!);
      blocked.push(i);
      from.push(dependencies.from[first]!);
      to.push(end > now ? Infinity : end);
    }
    offset[i + 1] = blocker.length;
  }
  return { links: { offset, blocker: blocker.view(), blocked: blocked.view(), from: from.view(), to: to.view() }, problems };
}

/** Sorting twice, the second time stably: by start, then by blocker. */
function sortByPairAndStart(rows: Int32Array, { from, blocker }: DependencyColumns): void {
  sortRows(rows, rows.length, from);
  const byStart = rows.slice();
  const order = Int32Array.from(rows, (_, place) => place);
  sortRows(
    order,
    order.length,
    Int32Array.from(byStart, (row) => blocker[row]!),
  );
  for (let place = 0; place < order.length; place++) rows[place] = byStart[order[place]!]!;
}
