import type { FlaggedColumns } from '@speedtax/domain';
import type { ColumnRows } from '../bulk/replace-columns.ts';
import type { PackedIds } from './pack-ids.ts';

/** A row for each interval in which an issue of a team was flagged: hardly any issue has one. */
export function flaggedRows(ids: PackedIds, flagged: FlaggedColumns): ColumnRows {
  return {
    count: flagged.count,
    columns: ['issue_id', 'team_id', 'from_at', 'to_at'],
    writeRow(row, out) {
      out.uuid(ids.issues, flagged.issue[row] as number);
      out.uuid(ids.teams, flagged.team[row] as number);
      out.instant(flagged.from[row] as number);
      out.instant(flagged.to[row] as number);
    },
  };
}
