import type { At, Day, DefaultAt, InOrganization } from './column-types.ts';

/** What people tell Speedtax because no tracker knows it. Neither read from a tracker nor found by the engine: never rebuilt. */
export interface RegisteredTables {
  /** A person's functional-excellence duty, at most one: the second job that does not count as one. */
  duty: InOrganization & { person_id: string; name: string; note: string; registered_by: string; registered_at: At };
  /** Somebody says that a person has the authority an initiative needs; until a day, that day excluded. */
  authority_attestation: InOrganization & {
    id: string;
    initiative_id: string;
    person_id: string;
    attested_by: string;
    note: string;
    attested_at: At;
    expires_on: Day;
  };
  /** Two people, or two teams, of which somebody says that they are one, or are not. `first_id` is the lower id. */
  identity_decision: InOrganization & {
    kind: 'person' | 'team';
    first_id: string;
    second_id: string;
    is_same: boolean;
    decided_by: string;
    decided_at: At;
  };
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
