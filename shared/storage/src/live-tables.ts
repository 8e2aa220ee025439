import type { At, DefaultAt, InOrganization, MaybeAt } from './column-types.ts';

/** How connections hear of changes, and how their trackers let us in. */
export interface LiveTables {
  /** How a tracker tells a connection of changes. */
  webhook: InOrganization & {
    connection_id: string;
    /** Sealed: what deliveries are signed with. */ secret: string;
    /** The tracker's own id of a webhook that we made; null: somebody has to make it by hand. */ external_id: string | null;
    expires_at: MaybeAt;
    /** Why we could not make it, in the tracker's words. */ refusal: string | null;
    tried_at: MaybeAt;
    last_delivery_at: MaybeAt;
    created_at: DefaultAt;
  };
  /** Deliveries of the last days, so that one that comes again is known. */
  webhook_delivery: InOrganization & { connection_id: string; delivery_id: string; received_at: At };
  /** What a tracker says has changed: to be read before its turn. `external_id` is empty where it may be anything. */
  sync_hint: InOrganization & {
    connection_id: string;
    subject: 'issue' | 'everything';
    external_id: string;
    says_deleted: boolean;
    noted_at: At;
  };
  /** Somebody has gone to a tracker's page to let us in, and is to come back with this state. */
  oauth_flow: InOrganization & {
    id: string;
    /** SHA-256 of the state. */ state_hash: string;
    provider: 'linear' | 'jira';
    /** Whose credentials are to be replaced; null: a new connection. */ connection_id: string | null;
    /** Sealed: what proves that we are the one who asked, and later the grant. */ secret: string;
    created_at: At;
    expires_at: At;
  };
}
