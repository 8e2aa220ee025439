import type { At, InOrganization, MaybeAt } from './column-types.ts';

/** Where an issue names one of another tracker. `sync`: its tracker keeps the two alike. */
export type MentionPlace = 'attachment' | 'remote_link' | 'text' | 'sync';
export type MentionSide = 'blocker' | 'blocked';
export type MentionEvidence = 'link' | 'history' | 'seen';

/** What issues of one tracker say of those of another: see decision 0030. */
export interface MentionTables {
  /** A time in which an issue named another by its address, as far as that is known. Kept when it is over. */
  issue_mention: InOrganization & {
    connection_id: string;
    id: string;
    /** The tracker's own id of an attachment or a link; else place, side and address. */ external_id: string;
    issue_id: string;
    place: MentionPlace;
    /** Where the other's tracker lives, without scheme; null: its address is not told, but its id. */ site: string | null;
    key: string | null;
    far_external_id: string | null;
    url: string | null;
    /** What `issue_id` is towards the other; null: nobody says so with certainty, and it is never taxed. */ side: MentionSide | null;
    /** Under which the other is known until it is read. */ stub_id: string;
    from_at: At;
    /** Null: it stands. */ to_at: MaybeAt;
    /** What the start rests on: its own date, the history of the issue, or that it was seen then. */ evidence: MentionEvidence;
  };
  /** An issue that another tracker keeps a copy of: figures know `issue_id` alone. Settled from mentions. */
  issue_mirror: InOrganization & { connection_id: string; copy_id: string; issue_id: string };
}
