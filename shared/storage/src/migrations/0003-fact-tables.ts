import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

// Facts arrive page by page in any order, so they refer to each other by id without foreign keys.
const tracked = `organization_id uuid not null, id uuid not null, connection_id uuid not null, external_id text not null`;
const linked = `organization_id uuid not null, connection_id uuid not null`;
const plan = `
  key text, name text not null, url text,
  status text not null check (status in ('planned', 'active', 'completed', 'canceled')), tracker_status text not null`;
const planDates = `
  health text, start_on date, target_on date, created_at timestamptz not null,
  started_at timestamptz, completed_at timestamptz, closed_at timestamptz`;

const tables: Record<string, string> = {
  raw_item: `${linked}, kind text not null, external_id text not null, payload jsonb not null, content_hash text not null,
    fetched_at timestamptz not null, primary key (organization_id, connection_id, kind, external_id)`,
  person: `${tracked}, name text not null, email text, active boolean not null, is_app boolean not null, primary key (organization_id, id)`,
  team: `${tracked}, key text not null, name text not null, url text, archived_at timestamptz, primary key (organization_id, id)`,
  team_member: `${linked}, team_id uuid not null, person_id uuid not null, primary key (organization_id, team_id, person_id)`,
  workflow_status: `${tracked}, team_id uuid, name text not null, tracker_type text not null,
    category text check (category in ('triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled')),
    primary key (organization_id, id)`,
  initiative: `${tracked}, ${plan}, owner_id uuid, ${planDates}, primary key (organization_id, id)`,
  initiative_parent: `${linked}, initiative_id uuid not null, parent_id uuid not null,
    primary key (organization_id, initiative_id, parent_id)`,
  initiative_owner_change: `${linked}, initiative_id uuid not null, at timestamptz not null, from_person_id uuid, to_person_id uuid,
    source text not null check (source in ('history', 'observed')), primary key (organization_id, initiative_id, at, source)`,
  project: `${tracked}, ${plan}, lead_id uuid, ${planDates}, primary key (organization_id, id)`,
  project_initiative: `${linked}, project_id uuid not null, initiative_id uuid not null,
    primary key (organization_id, project_id, initiative_id)`,
  project_team: `${linked}, project_id uuid not null, team_id uuid not null, primary key (organization_id, project_id, team_id)`,
  project_member: `${linked}, project_id uuid not null, person_id uuid not null, primary key (organization_id, project_id, person_id)`,
  project_dependency: `${tracked}, blocker_project_id uuid not null, blocked_project_id uuid not null,
    from_at timestamptz not null, to_at timestamptz, primary key (organization_id, id)`,
  milestone: `${tracked}, project_id uuid not null, name text not null, target_on date, primary key (organization_id, id)`,
  cycle: `${tracked}, team_id uuid not null, number integer not null, name text, starts_at timestamptz not null,
    ends_at timestamptz not null, completed_at timestamptz, primary key (organization_id, id)`,
  issue: `${tracked}, key text not null, title text not null, url text, team_id uuid, status_id uuid, project_id uuid,
    milestone_id uuid, cycle_id uuid, parent_id uuid, assignee_id uuid, creator_id uuid, priority integer, estimate float8,
    due_on date, labels text[] not null, is_defect boolean not null, created_at timestamptz not null, updated_at timestamptz not null,
    started_at timestamptz, completed_at timestamptz, canceled_at timestamptz, closed_at timestamptz, history_read_at timestamptz,
    is_stub boolean not null, primary key (organization_id, id)`,
  issue_key: `${linked}, key text not null, issue_id uuid not null, primary key (organization_id, connection_id, key)`,
  issue_change: `${linked}, issue_id uuid not null, external_id text not null,
    field text not null check (field in ('status', 'team', 'assignee', 'project', 'cycle', 'parent', 'closed')),
    at timestamptz not null, from_id text, to_id text, primary key (organization_id, issue_id, external_id, field)`,
  issue_link: `${tracked}, blocker_issue_id uuid not null, blocked_issue_id uuid not null, created_at timestamptz,
    seen_sync_id uuid not null, primary key (organization_id, id)`,
  issue_link_change: `${linked}, issue_id uuid not null, external_id text not null, at timestamptz not null, other_key text not null,
    action text not null check (action in ('added', 'removed')), side text not null check (side in ('blocker', 'blocked')),
    code text not null, primary key (organization_id, issue_id, external_id, other_key, action, side)`,
  // A key cannot hold the null of an unknown start: from_key stands for it.
  dependency: `${linked}, blocker_issue_id uuid not null, blocked_issue_id uuid not null, from_at timestamptz, to_at timestamptz,
    start_evidence text not null check (start_evidence in ('link', 'history', 'unknown')),
    from_key timestamptz not null generated always as (coalesce(from_at, '-infinity'::timestamptz)) stored,
    primary key (organization_id, blocker_issue_id, blocked_issue_id, from_key)`,
};

const indexes = [
  'issue_by_team on issue (organization_id, team_id)',
  'issue_by_project on issue (organization_id, project_id)',
  'issue_link_by_blocker on issue_link (organization_id, blocker_issue_id)',
  'issue_link_by_blocked on issue_link (organization_id, blocked_issue_id)',
  'dependency_by_blocked on dependency (organization_id, blocked_issue_id)',
];

/** What the tracker sent, and the facts read from it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    await sql.raw(`create table ${table} (${columns})`).execute(db);
    await isolateByOrganization(db, table);
  }
  for (const index of indexes) await sql.raw(`create index ${index}`).execute(db);
}
