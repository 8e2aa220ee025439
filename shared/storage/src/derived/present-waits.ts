import { anatomies, type CompletionColumns, completionFlag, type EpisodeColumns, type WaitColumns, waitPhases } from '@speedtax/domain';
import type { ColumnRows } from '../bulk/replace-columns.ts';
import type { PackedIds } from './pack-ids.ts';

export function waitRows(ids: PackedIds, waits: WaitColumns): ColumnRows {
  return {
    count: waits.count,
    columns: ['issue_id', 'from_at', 'to_at', 'waiting_team_id', 'blocking_team_id', 'share', 'phase', 'anatomy', 'blocker_issue_ids'],
    writeRow(row, out) {
      out.uuid(ids.issues, waits.issue[row] as number);
      out.instant(waits.from[row] as number);
      out.instant(waits.to[row] as number);
      out.uuid(ids.teams, waits.waitingTeam[row] as number);
      out.uuid(ids.teams, waits.blockingTeam[row] as number);
      out.float8(waits.share[row] as number);
      out.ascii(waitPhases[waits.phase[row] as number] as string);
      out.ascii(anatomies[waits.anatomy[row] as number] as string);
      out.uuids(ids.issues, waits.blocker.subarray(waits.blockerOffset[row], waits.blockerOffset[row + 1]));
    },
  };
}

export function episodeRows(ids: PackedIds, episodes: EpisodeColumns): ColumnRows {
  return {
    count: episodes.count,
    columns: ['issue_id', 'team_id', 'from_at', 'to_at'],
    writeRow(row, out) {
      out.uuid(ids.issues, episodes.issue[row] as number);
      out.uuid(ids.teams, episodes.team[row] as number);
      out.instant(episodes.from[row] as number);
      out.instant(episodes.to[row] as number);
    },
  };
}

/** In order of time, as the table's key is. */
export function completionRows(ids: PackedIds, completions: CompletionColumns): ColumnRows {
  const order = orderByTime(completions);
  return {
    count: completions.count,
    columns: ['issue_id', 'team_id', 'at', 'waited', 'reopened', 'is_defect'],
    writeRow(place, out) {
      const row = order[place] as number;
      const flags = completions.flags[row] as number;
      out.uuid(ids.issues, completions.issue[row] as number);
      out.uuid(ids.teams, completions.team[row] as number);
      out.instant(completions.at[row] as number);
      out.boolean((flags & completionFlag.waited) !== 0);
      out.boolean((flags & completionFlag.reopened) !== 0);
      out.boolean((flags & completionFlag.defect) !== 0);
    },
  };
}

const bucketMs = 60_000;

/** To the minute, which is order enough for an index: sorted by counting, the rows of a minute in their own order. */
function orderByTime({ count, at }: CompletionColumns): Int32Array {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const instant of at) {
    if (instant < first) first = instant;
    if (instant > last) last = instant;
  }
  const order = new Int32Array(count);
  if (count === 0) return order;
  const bucketOf = (instant: number) => Math.floor((instant - first) / bucketMs);
  const next = new Int32Array(bucketOf(last) + 2);
  for (const instant of at) (next[bucketOf(instant) + 1] as number) += 1;
  for (let bucket = 1; bucket < next.length; bucket += 1) (next[bucket] as number) += next[bucket - 1] as number;
  for (let row = 0; row < count; row += 1) {
    const bucket = bucketOf(at[row] as number);
    order[next[bucket] as number] = row;
    (next[bucket] as number) += 1;
  }
  return order;
}
