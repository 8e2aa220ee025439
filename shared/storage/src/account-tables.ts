import type { JSONColumnType } from 'kysely';
import type { At, InOrganization } from './column-types.ts';

export type RoleName = 'owner' | 'admin' | 'member' | 'viewer';
export type ScopeName = 'read' | 'write' | 'admin';

/** Who may use an organization, and what was done about that. */
export interface AccountTables {
  /** Written once: the roles of transactions may neither change nor delete a row. */
  audit_entry: InOrganization & {
    id: string;
    at: At;
    actor_kind: 'user' | 'api_key' | 'local_user' | 'system';
    actor_id: string | null;
    actor_name: string;
    action: string;
    subject_kind: string;
    subject_id: string | null;
    subject_name: string;
    detail: JSONColumnType<Record<string, unknown>>;
  };
}
