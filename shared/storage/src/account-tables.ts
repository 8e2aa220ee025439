import type { JSONColumnType } from 'kysely';
import type { At, InOrganization, MaybeAt } from './column-types.ts';

export type RoleName = 'owner' | 'admin' | 'member' | 'viewer';
export type ScopeName = 'read' | 'write' | 'admin';

/** Who may use an organization, and what was done about that. */
export interface AccountTables {
  /** Which account may do what in an organization. */
  member: InOrganization & { user_id: string; role: RoleName; joined_at: At };
  invitation: InOrganization & {
    id: string;
    email: string;
    role: RoleName;
    /** SHA-256 of the token in the link; the token itself is never stored. */ token_hash: string;
    invited_by: string;
    created_at: At;
    expires_at: At;
    accepted_at: MaybeAt;
  };
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

/** What the roles of transactions may see of accounts: of an organization, its members only. */
export type SeenAccounts = {
  'auth.user': { id: string; name: string; email: string; email_verified: boolean };
};
