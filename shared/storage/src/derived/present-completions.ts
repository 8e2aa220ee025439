import { type CompletionColumns, completionFlag } from '@speedtax/domain';
import type { ColumnRows } from '../bulk/replace-columns.ts';
import type { PackedIds } from './pack-ids.ts';
import { deriveYearPacks } from './year-packs.ts';

/** The completions of each team, a row for those of a year; those of issues that were completed more than once in rows of their own. */
export function completionRows(ids: PackedIds, completions: CompletionColumns): ColumnRows {
  const { count, issue, team, at, flags } = completions;
  const isRepeated = findRepeated(completions);
  const packs = deriveYearPacks(at.subarray(0, count), [team, isRepeated], orderByTime(completions));
  return {
    count: packs.count,
    columns: ['team_id', 'year', 'is_repeated', 'issue_ids', 'at', 'waited', 'reopened', 'is_defect'],
    writeRow(pack, out) {
      const own = packs.order.subarray(packs.begin[pack], packs.begin[pack + 1]);
      const first = own[0] as number;
      const bits = (flag: number) => out.bits(own.length, (place) => ((flags[own[place] as number] as number) & flag) !== 0);
      out.uuid(ids.teams, team[first] as number);
      out.int2(packs.year[pack] as number);
      out.boolean(isRepeated[first] === 1);
      out.uuids(ids.issues, issue, own);
      out.instants(at, own);
      bits(completionFlag.waited);
      bits(completionFlag.reopened);
      bits(completionFlag.defect);
    },
  };
}

/** 1 where the issue has another completion; those of one issue come one after another. */
function findRepeated({ count, issue }: CompletionColumns): Int32Array {
  const repeated = new Int32Array(count);
  for (let row = 1; row < count; row += 1) if (issue[row] === issue[row - 1]) repeated[row] = repeated[row - 1] = 1;
  return repeated;
}

const bucketMs = 60_000;

/** Ascending, those of one instant in their own order: to the minute by counting, then the few of a minute one by one. */
function orderByTime({ count, at }: CompletionColumns): Int32Array {
  const order = new Int32Array(count);
  if (count === 0) return order;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < count; row += 1) {
    first = Math.min(first, at[row] as number);
    last = Math.max(last, at[row] as number);
  }
  const bucketOf = (row: number) => Math.floor(((at[row] as number) - first) / bucketMs);
  const next = new Int32Array(Math.floor((last - first) / bucketMs) + 2);
  for (let row = 0; row < count; row += 1) (next[bucketOf(row) + 1] as number) += 1;
  for (let bucket = 1; bucket < next.length; bucket += 1) (next[bucket] as number) += next[bucket - 1] as number;
  for (let row = 0; row < count; row += 1) {
    const bucket = bucketOf(row);
    order[next[bucket] as number] = row;
    (next[bucket] as number) += 1;
  }
  for (let end = 1; end < count; end += 1) {
    const row = order[end] as number;
    let place = end;
    for (; place > 0 && (at[order[place - 1] as number] as number) > (at[row] as number); place -= 1)
      order[place] = order[place - 1] as number;
    order[place] = row;
  }
  return order;
}
