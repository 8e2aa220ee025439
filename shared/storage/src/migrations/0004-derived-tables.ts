import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

const derived = `organization_id uuid not null, engine_version integer not null`;
const uuids = (...names: string[]) => names.map((name) => `${name} uuid not null`).join(', ');
const sums = (...names: string[]) => names.map((name) => `${name} float8 not null`).join(', ');

const tables: Record<string, string> = {
  analysis: `${derived}, data_cut_off_at timestamptz not null, finished_at timestamptz not null, duration_ms float8 not null,
    coverage jsonb not null, primary key (organization_id)`,
  wait: `${derived}, ${uuids('issue_id', 'waiting_team_id', 'blocking_team_id')}, from_at timestamptz not null, to_at timestamptz,
    share float8 not null check (share > 0 and share <= 1), phase text not null check (phase in ('held', 'dragging')),
    anatomy text not null check (anatomy in ('unaccepted', 'queued', 'in_work')), blocker_issue_ids uuid[] not null,
    primary key (organization_id, issue_id, from_at, blocking_team_id)`,
  wait_episode: `${derived}, ${uuids('issue_id', 'team_id')}, from_at timestamptz not null, to_at timestamptz,
    primary key (organization_id, issue_id, from_at)`,
  issue_completion: `${derived}, ${uuids('issue_id', 'team_id')}, at timestamptz not null, waited boolean not null,
    reopened boolean not null, is_defect boolean not null, primary key (organization_id, issue_id, at)`,
  team_day_sum: `${derived}, day date not null, ${uuids('team_id')},
    ${sums('in_play_ms', 'held_ms', 'dragging_ms', 'blocked_before_play_ms')}, primary key (organization_id, day, team_id)`,
  pair_day_sum: `${derived}, day date not null, ${uuids('waiting_team_id', 'blocking_team_id')},
    ${sums('waiting_ms', 'root_ms', 'unaccepted_ms', 'queued_ms', 'in_work_ms')},
    primary key (organization_id, day, waiting_team_id, blocking_team_id)`,
  initiative_day_sum: `${derived}, day date not null, ${uuids('initiative_id')}, ${sums('clock_waiting_ms', 'stalled_ms')},
    primary key (organization_id, initiative_id, day)`,
  initiative_team_day_sum: `${derived}, day date not null, ${uuids('initiative_id', 'team_id')}, ${sums('in_play_ms', 'waiting_ms')},
    primary key (organization_id, initiative_id, team_id, day)`,
  open_sum: `${derived}, subject text not null check (subject in ('team', 'pair', 'initiative', 'initiativeTeam')),
    ${uuids('a_id', 'b_id')}, measure text not null, since_day date not null, ${sums('weight', 'offset_ms')},
    primary key (organization_id, subject, a_id, b_id, measure, since_day)`,
  initiative_verdict: `${derived}, ${uuids('initiative_id')},
    ownership text not null check (ownership in ('single', 'inferred', 'diluted', 'unowned')), accountable_ids uuid[] not null,
    owner_span integer, single_threaded boolean not null, issues integer not null, open_issues integer not null,
    primary key (organization_id, initiative_id)`,
  initiative_blocker: `${derived}, ${uuids('initiative_id', 'blocker_issue_id')}, is_external boolean not null,
    since_at timestamptz not null, blocked_issue_ids uuid[] not null, primary key (organization_id, initiative_id, blocker_issue_id)`,
  deadlock: `${derived}, deadlock_no integer not null, ${uuids('issue_id')}, primary key (organization_id, deadlock_no, issue_id)`,
};

// Windows mostly reach to this day: what ended before them is left out by `to_at`, which is null while it lasts.
const indexes = [
  'wait_by_waiting_team on wait (organization_id, waiting_team_id, to_at)',
  'wait_by_blocking_team on wait (organization_id, blocking_team_id, to_at)',
  'wait_episode_by_team on wait_episode (organization_id, team_id, to_at)',
  'issue_completion_by_at on issue_completion (organization_id, at)',
];

/** What the engine finds: dropped and rebuilt from facts at any time. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    await sql.raw(`create table ${table} (${columns})`).execute(db);
    await isolateByOrganization(db, table);
  }
  for (const index of indexes) await sql.raw(`create index ${index}`).execute(db);
}
