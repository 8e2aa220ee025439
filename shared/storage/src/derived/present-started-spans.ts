import type { StartedSpanColumns } from '@speedtax/domain';
import type { ColumnRows } from '../bulk/replace-columns.ts';
import type { PackedIds } from './pack-ids.ts';

export function startedSpanRows(ids: PackedIds, { count, issue, person, from, to }: StartedSpanColumns): ColumnRows {
  return {
    count,
    columns: ['issue_id', 'person_id', 'from_at', 'to_at'],
    writeRow(row, out) {
      out.uuid(ids.issues, issue[row] as number);
      if (person[row] === -1) out.null();
      else out.uuid(ids.people, person[row] as number);
      out.instant(from[row] as number);
      out.instant(to[row] as number);
    },
  };
}
