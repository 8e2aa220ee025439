import type { Me, Role, Scope } from '@speedtax/contract';
import type { AuditActor } from '@speedtax/storage/accounts';
import type { Account } from './accounts.ts';

/** Who asks, and the one organization whose data the answer may hold. */
export interface Principal {
  readonly organizationId: string;
  readonly signedInBy: Me['signedInBy'];
  /** The account; null for an API key and for the local user. */
  readonly userId: string | null;
  readonly name: string;
  readonly role: Role;
  readonly scopes: readonly Scope[];
  /** As whom the audit log names this one. */
  readonly actor: AuditActor;
}

/** Who asks: for an organization, and with which account. An account may be in no organization. */
export interface Asking {
  readonly principal: Principal | null;
  readonly account: Account | null;
}

export const noOne: Asking = { principal: null, account: null };
