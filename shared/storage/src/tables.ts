import type { WorkingTime } from '@speedtax/domain';
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { AccountTables, RoleName, ScopeName } from './account-tables.ts';
import type { AlertTables } from './alert-tables.ts';
import type { At, Day, DefaultAt, InOrganization, MaybeAt } from './column-types.ts';
import type { DerivedTables } from './derived-tables.ts';
import type { LiveTables } from './live-tables.ts';
import type { MemoryTables } from './memory-tables.ts';
import type { MentionTables } from './mention-tables.ts';
import type { RegisteredTables } from './registered-tables.ts';

export type * from './account-tables.ts';
export type * from './alert-tables.ts';
export type * from './derived-tables.ts';
export type * from './live-tables.ts';
export type * from './memory-tables.ts';
export type * from './mention-tables.ts';
export type * from './registered-tables.ts';

/**
 * Every table of Speedtax, as Kysely sees it. Columns hold what DOMAIN words say; `external_id` is the tracker's
 * own id, `id` is ours and is derived from connection and external id, so that rows can refer to each other
 * before either is stored. All instants are `timestamptz` (read as Date), days are `date` (read as 'YYYY-MM-DD').
 */
export interface Tables
  extends SystemTables,
    RawTables,
    FactTables,
    MemoryTables,
    MentionTables,
    DerivedTables,
    RegisteredTables,
    AccountTables,
    LiveTables,
    AlertTables {}

export interface SystemTables {
  organization: {
    id: string;
    name: string;
    time_zone: Generated<string>;
    durations: Generated<'calendar' | 'working'>;
    working_time: ColumnType<WorkingTime, string | undefined, string>;
    is_demo: Generated<boolean>;
    created_at: DefaultAt;
  };
  api_key: InOrganization & {
    id: string;
    name: string /** SHA-256 of the key; the key itself is never stored. */;
    key_hash: string;
    /** What it may at most: the role of whoever made it, as it was then. */ role: RoleName;
    scopes: ColumnType<ScopeName[], ScopeName[] | undefined, ScopeName[]>;
    /** The account that made it, whose key it is; null: made from the environment or by the local user. */ created_by: Generated<
      string | null
    >;
    created_at: DefaultAt;
    expires_at: MaybeAt;
    revoked_at: MaybeAt;
    last_used_at: MaybeAt;
  };
  connection: InOrganization & {
    id: string;
    provider: 'linear' | 'jira';
    name: string;
    base_url: string;
    /** Compact JWE; opened only by the process that talks to the tracker. */ credentials: string;
    status: 'pending' | 'syncing' | 'ready' | 'failing' | 'unauthorized';
    status_reason: string | null;
    workspace_name: string | null;
    /** The tracker's own id of the workspace or site; null: connected before it was kept. */ external_id: string | null;
    /** Jira: whether it is run by Atlassian. */ deployment: 'cloud' | 'server' | null;
    /** What the user has chosen that the tracker's things mean, as the contract has it. */
    mapping: ColumnType<Record<string, unknown>, string | undefined, string>;
    /** Which of the tracker's projects or teams are read; null: all that it shows. */
    scope: ColumnType<string[] | null, string[] | null | undefined, string[] | null>;
    paused_at: MaybeAt;
    /** Its credentials are gone; what was read through it stays. */ disconnected_at: MaybeAt;
    last_synced_at: MaybeAt;
    created_at: DefaultAt;
  };
  sync: InOrganization & {
    id: string;
    connection_id: string;
    /** `targeted`: only what the tracker says has changed. */
    kind: 'backfill' | 'incremental' | 'reconcile' | 'remap' | 'targeted';
    state: 'queued' | 'running' | 'analyzing' | 'done' | 'failed';
    phase: string | null;
    done: Generated<number>;
    total: number | null;
    requests: Generated<number>;
    /** The instant this sync's evidence holds for: when it began to read. */ read_at: MaybeAt;
    error: string | null;
    created_at: DefaultAt;
    started_at: MaybeAt;
    finished_at: MaybeAt;
  };
  /** Where a phase of a connection stands. Moved in the transaction that writes the page it stands for. */
  sync_cursor: InOrganization & {
    connection_id: string;
    phase: string;
    sync_id: string;
    state: 'open' | 'complete';
    position: JSONColumnType<Record<string, unknown>>;
    watermark_at: MaybeAt;
    updated_at: DefaultAt;
  };
  sync_problem: InOrganization & {
    id: Generated<string>;
    connection_id: string;
    sync_id: string;
    kind: string;
    subject: string;
    detail: string;
    at: DefaultAt;
  };
}

export interface RawTables {
  raw_item: InOrganization & {
    connection_id: string;
    kind: string;
    external_id: string;
    payload: JSONColumnType<Record<string, unknown>>;
    content_hash: string;
    fetched_at: At;
  };
}

interface Tracked extends InOrganization {
  id: string;
  connection_id: string;
  external_id: string;
}

export type PlanStatusName = 'planned' | 'active' | 'completed' | 'canceled';
export type StatusCategoryName = 'triage' | 'backlog' | 'unstarted' | 'started' | 'completed' | 'canceled';

export interface FactTables {
  person: Tracked & { name: string; email: string | null; active: boolean; is_app: boolean };
  team: Tracked & { key: string; name: string; url: string | null; archived_at: MaybeAt };
  team_member: InOrganization & { connection_id: string; team_id: string; person_id: string };
  /** A status of the tracker and the category it counts as; null: not known, counted in coverage. */
  workflow_status: Tracked & { team_id: string | null; name: string; tracker_type: string; category: StatusCategoryName | null };
  initiative: Tracked & {
    key: string | null;
    name: string;
    url: string | null;
    status: PlanStatusName;
    tracker_status: string;
    owner_id: string | null;
    health: string | null;
    start_on: Day | null;
    target_on: Day | null;
    created_at: At;
    started_at: MaybeAt;
    completed_at: MaybeAt;
    closed_at: MaybeAt;
  };
  initiative_parent: InOrganization & { connection_id: string; initiative_id: string; parent_id: string };
  initiative_owner_change: InOrganization & {
    connection_id: string;
    initiative_id: string;
    at: At;
    from_person_id: string | null;
    to_person_id: string | null;
    source: 'history' | 'observed';
  };
  project: Tracked & {
    key: string | null;
    name: string;
    url: string | null;
    status: PlanStatusName;
    tracker_status: string;
    lead_id: string | null;
    health: string | null;
    start_on: Day | null;
    target_on: Day | null;
    created_at: At;
    started_at: MaybeAt;
    completed_at: MaybeAt;
    closed_at: MaybeAt;
  };
  project_initiative: InOrganization & { connection_id: string; project_id: string; initiative_id: string };
  project_team: InOrganization & { connection_id: string; project_id: string; team_id: string };
  project_member: InOrganization & { connection_id: string; project_id: string; person_id: string };
  project_dependency: Tracked & { blocker_project_id: string; blocked_project_id: string; from_at: At; to_at: MaybeAt };
  milestone: Tracked & { project_id: string; name: string; target_on: Day | null };
  cycle: Tracked & { team_id: string | null; number: number; name: string | null; starts_at: At; ends_at: At; completed_at: MaybeAt };
  issue: Tracked & {
    key: string;
    title: string;
    url: string | null;
    team_id: string | null;
    status_id: string | null;
    project_id: string | null;
    milestone_id: string | null;
    cycle_id: string | null;
    parent_id: string | null;
    assignee_id: string | null;
    creator_id: string | null;
    priority: number | null;
    estimate: number | null;
    due_on: Day | null;
    labels: string[];
    is_defect: boolean;
    created_at: At;
    updated_at: At;
    started_at: MaybeAt;
    completed_at: MaybeAt;
    canceled_at: MaybeAt;
    /** Deleted, trashed or archived: closed from that instant. */ closed_at: MaybeAt;
    /** The tracker's change log of this issue has been read up to this instant; null: only its own timestamps are known. */
    history_read_at: MaybeAt;
    /** Known only from a link of another issue: outside what the credentials can see. */ is_stub: boolean;
    /** To be read by its id although nobody changed it: only named so far, or an end of a link that the other end tells otherwise. */
    read_again: Generated<boolean>;
  };
  /** When an issue was marked as impeded without saying by what. Shown apart: it is never taxed. */
  issue_flag: InOrganization & { connection_id: string; issue_id: string; from_at: At; to_at: MaybeAt };
  /** Every key an issue has ever had. */
  issue_key: InOrganization & { connection_id: string; key: string; issue_id: string };
  /** One dated change of one field. Ids are ours; `external_id` and the field make it idempotent. */
  issue_change: InOrganization & {
    connection_id: string;
    issue_id: string;
    external_id: string;
    field: 'status' | 'team' | 'assignee' | 'project' | 'cycle' | 'parent' | 'closed';
    at: At;
    from_id: string | null;
    to_id: string | null;
  };
  /** A blocking link as the tracker shows it today. */
  issue_link: Tracked & { blocker_issue_id: string; blocked_issue_id: string; created_at: MaybeAt; seen_sync_id: string };
  /** A blocking link added or removed, as an issue's history tells it; the other end is a key of that time. */
  issue_link_change: InOrganization & {
    connection_id: string;
    issue_id: string;
    external_id: string;
    at: At;
    other_key: string;
    action: 'added' | 'removed' /** What `issue_id` is in this link. */;
    side: 'blocker' | 'blocked';
    code: string;
  };
  /** When a blocker blocked: settled from links and link changes after each sync. */
  dependency: InOrganization & {
    connection_id: string;
    blocker_issue_id: string;
    blocked_issue_id: string;
    from_at: MaybeAt;
    to_at: MaybeAt;
    start_evidence: 'link' | 'history' | 'seen' | 'unknown';
    /** Null: the tracker's own link; else where one tracker's issue names the other's. */ found_in: Generated<
      'attachment' | 'remote_link' | 'text' | null
    >;
    /** `from_at`, or −infinity where it is not known: Postgres keeps it, for the key. */ from_key: GeneratedAlways<Date>;
  };
}
