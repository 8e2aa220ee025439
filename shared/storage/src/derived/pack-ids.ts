import type { CompanyIds, IdColumn } from '@speedtax/domain';
import { packIds } from './id-column.ts';

/** The ids that derived rows name, packed once for all tables. */
export interface PackedIds {
  readonly issues: DataView;
  readonly teams: DataView;
  readonly projects: DataView;
  readonly initiatives: DataView;
  readonly people: DataView;
}

export function packAllIds(ids: CompanyIds): PackedIds {
  return {
    issues: viewOf(ids.issues),
    teams: viewOf(ids.teams),
    projects: viewOf(ids.projects),
    initiatives: viewOf(ids.initiatives),
    people: viewOf(ids.people),
  };
}

function viewOf(ids: IdColumn): DataView {
  const bytes = packIds(ids);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
