import type { RejectedRow } from '@speedtax/storage';
import type { MappingProblem } from '@speedtax/trackers';

/** Something that could not be read, stored or trusted. It is counted and shown; the sync goes on without it. */
export interface SyncProblem {
  readonly kind:
    | MappingProblem['kind']
    | 'rejected-row'
    | 'unknown-status'
    | 'unknown-team'
    | 'history-not-found'
    | 'too-many-missing'
    | 'sweep-out-of-order';
  readonly subject: string;
  readonly detail: string;
}

/** A row the database cannot hold is left out, named by what is known of it. */
export function rejectedRowProblem(table: string, { row, code, reason }: RejectedRow<unknown>): SyncProblem {
  const { external_id, key, id } = row as { external_id?: unknown; key?: unknown; id?: unknown };
  return { kind: 'rejected-row', subject: `${table} ${String(external_id ?? key ?? id ?? '')}`.trim(), detail: `${code}: ${reason}` };
}
