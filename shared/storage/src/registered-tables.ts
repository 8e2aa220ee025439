import type { Day, DefaultAt, InOrganization } from './column-types.ts';

/** What people tell Speedtax because no tracker knows it. Neither read from a tracker nor found by the engine: never rebuilt. */
export interface RegisteredTables {
  treatment: InOrganization & {
    id: string;
    waiting_team_id: string;
    blocking_team_id: string;
    treated_on: Day;
    kind: 'interface' | 'schedule' | 'acceptance' | 'reorganization' | 'other';
    note: string;
    /** The name of whoever marked it, as it was then. */ marked_by: string;
    created_at: DefaultAt;
  };
}
