import type { EpisodeColumns, WaitColumns } from '@speedtax/domain';
import type { ColumnRows } from '../bulk/replace-columns.ts';
import type { PackedIds } from './pack-ids.ts';
import { waitKind } from './wait-kind.ts';
import { deriveYearPacks } from './year-packs.ts';

/** The waits of each pair, a row for those that began in a year. */
export function waitRows(ids: PackedIds, waits: WaitColumns): ColumnRows {
  const { issue, from, to, waitingTeam, blockingTeam, share, phase, anatomy, blockerOffset, blocker } = waits;
  const rows = Int32Array.from({ length: waits.count }, (_, row) => row);
  const packs = deriveYearPacks(from.subarray(0, waits.count), [waitingTeam, blockingTeam], rows);
  return {
    count: packs.count,
    columns: [
      'waiting_team_id',
      'blocking_team_id',
      'year',
      'issue_ids',
      'from_at',
      'to_at',
      'until_at',
      'shares',
      'kinds',
      'blocker_ends',
      'blocker_issue_ids',
    ],
    writeRow(pack, out) {
      const own = packs.order.subarray(packs.begin[pack], packs.begin[pack + 1]);
      const first = own[0] as number;
      const ends = own.map((row) => (blockerOffset[row + 1] as number) - (blockerOffset[row] as number));
      for (let k = 1; k < ends.length; k += 1) (ends[k] as number) += ends[k - 1] as number;
      const blockers = new Int32Array(ends[ends.length - 1] as number);
      own.forEach((row, k) => {
        blockers.set(blocker.subarray(blockerOffset[row], blockerOffset[row + 1]), ends[k - 1] ?? 0);
      });
      out.uuid(ids.teams, waitingTeam[first] as number);
      out.uuid(ids.teams, blockingTeam[first] as number);
      out.int2(packs.year[pack] as number);
      out.uuids(ids.issues, issue, own);
      out.instants(from, own);
      out.instants(to, own);
      out.instant(own.reduce((latest, row) => Math.max(latest, to[row] as number), 0));
      out.float8s(share, own);
      out.int2s(own.map((row) => waitKind(phase[row] as number, anatomy[row] as number)));
      out.int4s(ends);
      out.uuids(ids.issues, blockers);
    },
  };
}

/** Both come issue by issue in ascending order: one pass over both. */
export function episodeRows(ids: PackedIds, episodes: EpisodeColumns, waits: WaitColumns): ColumnRows {
  let firstWait = 0;
  return {
    count: episodes.count,
    columns: ['issue_id', 'team_id', 'from_at', 'to_at', 'blocking_team_ids'],
    writeRow(row, out) {
      const issue = episodes.issue[row] as number;
      const team = episodes.team[row] as number;
      const [from, to] = [episodes.from[row] as number, episodes.to[row] as number];
      while (firstWait < waits.count && (waits.issue[firstWait] as number) < issue) firstWait += 1;
      const blocking = new Set<number>();
      for (let wait = firstWait; wait < waits.count && waits.issue[wait] === issue; wait += 1) {
        const isWithin = waits.waitingTeam[wait] === team && (waits.from[wait] as number) >= from && (waits.to[wait] as number) <= to;
        if (isWithin) blocking.add(waits.blockingTeam[wait] as number);
      }
      out.uuid(ids.issues, issue);
      out.uuid(ids.teams, team);
      out.instant(from);
      out.instant(to);
      out.uuids(ids.teams, Int32Array.from(blocking).sort());
    },
  };
}
