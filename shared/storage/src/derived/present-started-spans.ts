import type { StartedSpanColumns } from '@speedtax/domain';
import type { ColumnRows } from '../bulk/replace-columns.ts';
import type { PackedIds } from './pack-ids.ts';
import { deriveYearPacks } from './year-packs.ts';

/** Started spans by the project of the issue and the person, a row for those that began in a year; those of neither answer nothing. */
export function startedSpanRows(ids: PackedIds, spans: StartedSpanColumns, projectOfIssue: Int32Array): ColumnRows {
  const { count, issue, person, from, to } = spans;
  const project = issue.subarray(0, count).map((of) => projectOfIssue[of] as number);
  const rows = Int32Array.from({ length: count }, (_, row) => row).filter(
    (row) => (project[row] as number) >= 0 || (person[row] as number) >= 0,
  );
  const packs = deriveYearPacks(from.subarray(0, count), [project, person], rows);
  return {
    count: packs.count,
    columns: ['project_id', 'person_id', 'year', 'issue_ids', 'from_at', 'to_at'],
    writeRow(pack, out) {
      const own = packs.order.subarray(packs.begin[pack], packs.begin[pack + 1]);
      const first = own[0] as number;
      out.uuidOrNil(ids.projects, project[first] as number);
      out.uuidOrNil(ids.people, person[first] as number);
      out.int2(packs.year[pack] as number);
      out.uuids(ids.issues, issue, own);
      out.instants(from, own);
      out.instants(to, own);
    },
  };
}
