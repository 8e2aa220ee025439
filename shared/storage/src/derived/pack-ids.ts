import type { CompanyIds } from '@speedtax/domain';
import { uuidBytes } from '../bulk/copy-writer.ts';

/** UUIDs as their 16 bytes one after another, to be written any number of times. */
export function packIds(ids: readonly string[]): Uint8Array {
  const packed = Buffer.allocUnsafe(ids.length * uuidBytes);
  for (const [place, id] of ids.entries()) packed.write(id.replaceAll('-', ''), place * uuidBytes, 'hex');
  return packed;
}

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
