import type { EngineProblem } from '../analysis/analysis.ts';
import { groupRows, regroupRows } from '../columns/group-rows.ts';
import { sortStretch } from '../columns/sort-rows.ts';
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

  // Grouped by blocker first: the rows of an issue come by blocker, then as they came.
  const { offset: begins, rows } = regroupRows(groupRows(dependencies.blocker, issueCount).rows, groupOf, issueCount);
  const most = rows.length;
  const links = { blocker: new Int32Array(most), blocked: new Int32Array(most), from: new Float64Array(most), to: new Float64Array(most) };
  const offset = new Int32Array(issueCount + 1);
  let count = 0;
  for (let i = 0; i < issueCount; i++) {
    const end = begins[i + 1]!;
    for (let next = begins[i]!; next < end; ) {
      const pair = next;
      const blocker = dependencies.blocker[rows[pair]!]!;
      for (next++; next < end && dependencies.blocker[rows[next]!] === blocker; ) next++;
      if (next - pair > 1) sortStretch(rows, pair, next, dependencies.from);
      for (let k = pair; k < next; ) {
        const first = rows[k]!;
        let to = dependencies.to[first]!;
        for (k++; k < next && dependencies.from[rows[k]!]! <= to; k++) to = Math.max(to, dependencies.to[rows[k]!]!);
        links.blocker[count] = blocker;
        links.blocked[count] = i;
        links.from[count] = dependencies.from[first]!;
        links.to[count++] = to > now ? Infinity : to;
      }
    }
    offset[i + 1] = count;
  }
  const { blocker, blocked, from, to } = links;
  return {
    links: {
      offset,
      blocker: blocker.subarray(0, count),
      blocked: blocked.subarray(0, count),
      from: from.subarray(0, count),
      to: to.subarray(0, count),
    },
    problems,
  };
}
