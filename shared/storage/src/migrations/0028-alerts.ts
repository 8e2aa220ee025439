import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

const kinds = sql.raw(
  `'external_blockers', 'blocker_rise', 'overdue_waits', 'stalled', 'ownership', 'deadlock', 'date_conflict', 'team_tax'`,
);

const tables = {
  alert_watch: sql`
    create table alert_watch (
      organization_id uuid primary key references organization on delete cascade,
      at timestamptz,
      engine_version integer,
      calendar text,
      looked_at timestamptz,
      unknown_because text
    )`,
  alert_rule: sql`
    create table alert_rule (
      organization_id uuid not null references organization on delete cascade,
      id uuid not null,
      kind text not null check (kind in (${kinds})),
      level double precision not null check (level > 0),
      within_days integer not null check (within_days between 1 and 366),
      subject_kind text check (subject_kind in ('initiative', 'team')),
      subject_id uuid,
      is_on boolean not null,
      made_by text not null,
      made_at timestamptz not null,
      check ((subject_kind is null) = (subject_id is null)),
      primary key (organization_id, id)
    )`,
  alert_state: sql`
    create table alert_state (
      organization_id uuid not null,
      rule_id uuid not null,
      subject_id uuid not null,
      state jsonb not null,
      primary key (organization_id, rule_id, subject_id),
      foreign key (organization_id, rule_id) references alert_rule on delete cascade
    )`,
  alert: sql`
    create table alert (
      organization_id uuid not null references organization on delete cascade,
      id uuid not null,
      rule_id uuid not null,
      kind text not null check (kind in (${kinds})),
      level double precision not null,
      within_days integer not null,
      subject_kind text not null check (subject_kind in ('initiative', 'team')),
      subject_id uuid not null,
      subject_name text not null,
      value double precision not null,
      raised_at timestamptz not null,
      acknowledged_at timestamptz,
      acknowledged_by text,
      snoozed_until timestamptz,
      closed_at timestamptz,
      closed_because text check (closed_because in ('cleared', 'resolved', 'subject_gone', 'rule_changed')),
      check ((closed_at is null) = (closed_because is null)),
      primary key (organization_id, id)
    )`,
  alert_event: sql`
    create table alert_event (
      organization_id uuid not null,
      id uuid not null,
      alert_id uuid not null,
      kind text not null check (kind in ('raised', 'cleared', 'reminded', 'freed', 'acknowledged', 'snoozed', 'resolved', 'ended')),
      at timestamptz not null,
      value double precision,
      by_name text,
      message jsonb,
      primary key (organization_id, id),
      foreign key (organization_id, alert_id) references alert on delete cascade
    )`,
};

/** What is watched, what is remembered of it between two syncs, and the alerts that came of it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, create] of Object.entries(tables)) {
    await create.execute(db);
    await isolateByOrganization(db, table);
  }
  await sql`create unique index alert_open_once on alert (organization_id, rule_id, subject_id) where closed_at is null`.execute(db);
  await sql`create index alert_by_time on alert (organization_id, raised_at, id)`.execute(db);
  await sql`create index alert_by_subject on alert (organization_id, subject_id, raised_at)`.execute(db);
  await sql`create index alert_event_by_alert on alert_event (organization_id, alert_id, at)`.execute(db);
}
