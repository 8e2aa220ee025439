import type { CompanyIds } from '@speedtax/domain';
import { packIds } from './id-column.ts';

/** The ids that derived rows name, packed once for all tables. */
export interface PackedIds {
  readonly issues: Uint8Array;
  readonly teams: Uint8Array;
  readonly projects: Uint8Array;
  readonly initiatives: Uint8Array;
  readonly people: Uint8Array;
}

export function packAllIds(ids: CompanyIds): PackedIds {
  return {
    issues: packIds(ids.issues),
    teams: packIds(ids.teams),
    projects: packIds(ids.projects),
    initiatives: packIds(ids.initiatives),
    people: packIds(ids.people),
  };
}
