import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

const tables = {
  issue_mention: sql`
    create table issue_mention (
      organization_id uuid not null,
      connection_id uuid not null,
      id uuid not null,
      external_id text not null,
      issue_id uuid not null,
      place text not null check (place in ('attachment', 'remote_link', 'text', 'sync')),
      site text,
      key text,
      far_external_id text,
      url text,
      side text check (side in ('blocker', 'blocked')),
      stub_id uuid not null,
      from_at timestamptz not null,
      to_at timestamptz,
      evidence text not null check (evidence in ('link', 'history', 'seen')),
      primary key (organization_id, issue_id, external_id, from_at)
    )`,
  issue_mirror: sql`
    create table issue_mirror (
      organization_id uuid not null,
      connection_id uuid not null,
      copy_id uuid not null,
      issue_id uuid not null,
      primary key (organization_id, copy_id)
    )`,
};

const changes = [
  'create index issue_mention_by_id on issue_mention (organization_id, id)',
  'create index issue_mention_by_key on issue_mention (organization_id, key)',
  'create index issue_mirror_by_issue on issue_mirror (organization_id, issue_id)',
  // Null: the tracker's own link. Else where an issue of another tracker is named.
  `alter table dependency add column found_in text check (found_in in ('attachment', 'remote_link', 'text'))`,
  'create index dependency_across_trackers on dependency (organization_id) where found_in is not null',
  'alter table dependency drop constraint dependency_start_evidence_check',
  `alter table dependency add constraint dependency_start_evidence_check check (start_evidence in ('link', 'history', 'seen', 'unknown'))`,
  // What companies with two trackers read before said nothing of the other one: it is read once more.
  'alter table sync_cursor no force row level security',
  'alter table connection no force row level security',
  `update sync_cursor set watermark_at = null where phase = 'issues' and state = 'complete'
    and organization_id in (select organization_id from connection group by organization_id having count(*) > 1)`,
  'alter table sync_cursor force row level security',
  'alter table connection force row level security',
];

/** Issues that name issues of another tracker, and those that two trackers keep alike. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, create] of Object.entries(tables)) {
    await create.execute(db);
    await isolateByOrganization(db, table);
  }
  for (const change of changes) await sql.raw(change).execute(db);
  // Which of two is counted concerns all that either has to do with: the next analysis begins anew.
  for (const [event, rows] of [
    ['insert', 'new table as was'],
    ['delete', 'old table as was'],
    ['update', 'old table as was'],
  ] as const) {
    const called = sql.raw(`whole_issue_mirror_${event}`);
    await sql`
      create function ${called}() returns trigger language plpgsql as $$
      declare organization uuid := (select organization_id from was limit 1);
      begin
        if remembers_facts(organization) then
          insert into fact_before (organization_id, fact, key) values (organization, 'whole', 'issue_mirror');
        end if;
        return null;
      end $$`.execute(db);
    await sql`
      create trigger ${called} after ${sql.raw(event)} on issue_mirror referencing ${sql.raw(rows)}
      for each statement execute function ${called}()`.execute(db);
  }
}
