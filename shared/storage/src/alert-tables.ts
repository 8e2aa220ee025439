import type { AlertKind, AlertState, AlertSubjectKind } from '@speedtax/domain';
import type { ColumnType, Generated } from 'kysely';
import type { At, InOrganization, MaybeAt } from './column-types.ts';

type Json<T> = ColumnType<T, string, string>;

/** What is told of by an alert's message: as it was when it was decided, so that a late message tells the same. */
export interface AlertMessage {
  readonly subject: { readonly kind: AlertSubjectKind; readonly id: string; readonly name: string; readonly url: string | null };
  readonly owners: readonly { readonly id: string; readonly name: string; readonly email: string | null }[];
  readonly ownership: string | null;
  /** Those that came since it was last quiet; of `freed` those that are gone. */
  readonly edges: readonly AlertMessageEdge[];
  /** Of the edges, those that found no room. */
  readonly moreEdges: number;
}

export interface AlertMessageIssue {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly url: string | null;
  readonly teamName: string | null;
  readonly statusName: string | null;
  readonly assignee: { readonly name: string; readonly email: string | null } | null;
}

export interface AlertMessageEdge {
  readonly blocker: AlertMessageIssue;
  readonly blocked: AlertMessageIssue;
  /** Milliseconds; null: fewer than ten waits, or the half has not been seen. */
  readonly usualMs: { readonly median: number | null; readonly p85: number | null; readonly waits: number } | null;
}

/** What is watched and what came of it; where it is told. */
export interface AlertTables {
  /** How far an organization's alerts have looked. No row: never, and its first rules are not made yet. */
  alert_watch: InOrganization & {
    /** The instant the facts held for. */ at: MaybeAt;
    engine_version: number | null;
    calendar: string | null;
    looked_at: MaybeAt;
    /** The last look found that nothing can be said. */ unknown_because: string | null;
  };
  alert_rule: InOrganization & {
    id: string;
    kind: AlertKind;
    level: number;
    within_days: number;
    /** Null: of all the organization's. */ subject_kind: AlertSubjectKind | null;
    subject_id: string | null;
    is_on: boolean;
    made_by: string;
    made_at: At;
  };
  alert_state: InOrganization & { rule_id: string; subject_id: string; state: Json<AlertState> };
  alert: InOrganization & {
    id: string;
    rule_id: string;
    kind: AlertKind;
    level: number;
    within_days: number;
    subject_kind: AlertSubjectKind;
    subject_id: string;
    subject_name: string;
    /** The latest that is known. */ value: number;
    raised_at: At;
    acknowledged_at: MaybeAt;
    acknowledged_by: string | null;
    snoozed_until: MaybeAt;
    closed_at: MaybeAt;
    closed_because: 'cleared' | 'resolved' | 'subject_gone' | 'rule_changed' | null;
  };
  alert_event: InOrganization & {
    id: string;
    alert_id: string;
    kind: 'raised' | 'cleared' | 'reminded' | 'freed' | 'acknowledged' | 'snoozed' | 'resolved' | 'ended';
    at: At;
    value: number | null;
    by_name: string | null;
    message: ColumnType<AlertMessage | null, string | null, string | null>;
  };
  alert_channel: InOrganization & {
    id: string;
    kind: 'slack' | 'email' | 'teams' | 'webhook';
    name: string;
    /** For people to recognize it by: a host, an address. */ target: string;
    /** Sealed to this row: addresses of webhooks are secrets too. */ secret: string;
    made_by: string;
    made_at: At;
  };
  alert_subscription: InOrganization & {
    id: string;
    channel_id: string;
    /** Null: of every rule. */ rule_id: string | null;
    /** Null: of every initiative and team. */ subject_id: string | null;
    tells: string[];
    time_zone: string;
    quiet_from_minute: number | null;
    quiet_to_minute: number | null;
    /** Null: at once. */ digest_minute: number | null;
  };
  /** The outbox: written in the transaction that decides, worked off by the notify service. */
  alert_delivery: InOrganization & {
    id: string;
    channel_id: string;
    /** Null: a test. */ subscription_id: string | null;
    event_id: string | null;
    /** An e-mail address, where the channel writes to the people concerned. */ recipient: string | null;
    state: 'waiting' | 'sending' | 'sent' | 'dead' | 'dropped';
    is_digest: boolean;
    due_at: At;
    attempts: Generated<number>;
    /** The message it is sent with: the same at every attempt, so that the receiver knows a repetition. */ batch_id: string | null;
    claimed_at: MaybeAt;
    /** What the receiver said last, or why it was not sent. */ answer: string | null;
    made_at: At;
    ended_at: MaybeAt;
  };
  alert_attempt: InOrganization & {
    batch_id: string;
    no: number;
    channel_id: string;
    at: At;
    is_ok: boolean;
    answer: string;
    took_ms: number;
  };
}
