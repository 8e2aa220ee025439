import { type Kysely, sql } from 'kysely';
import { rememberRows } from './0016-facts-before.ts';
import { isolateByOrganization } from './organization-policy.ts';

const derived = 'organization_id uuid not null, engine_version integer not null';

const tables = {
  flagged_span: `${derived}, issue_id uuid not null, team_id uuid not null, from_at timestamptz not null, to_at timestamptz,
    primary key (organization_id, issue_id, from_at)`,
  initiative_flag_month_sum: `${derived}, month date not null, days int2[] not null, initiative_id uuid not null,
    flagged_ms float8 not null, flagged_ms_by_day float8[] not null, primary key (organization_id, month, initiative_id)`,
};

const changes = [
  'create index flagged_span_by_team on flagged_span (organization_id, team_id, to_at)',
  `alter table team_month_sum add column flagged_ms float8 not null default 0, add column flagged_ms_by_day float8[] not null default '{}'`,
  'alter table team_month_sum alter column flagged_ms drop default, alter column flagged_ms_by_day drop default',
  'alter table open_sum drop constraint open_sum_subject_check',
  `alter table open_sum add constraint open_sum_subject_check
    check (subject in ('team', 'pair', 'initiative', 'initiativeTeam', 'initiativeFlag'))`,
];

/** How long issues were marked as impeded without a link that says by what: apart from the tax, and followed after small syncs. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    await sql.raw(`create table ${table} (${columns})`).execute(db);
    await isolateByOrganization(db, table);
  }
  for (const change of changes) await sql.raw(change).execute(db);
  // An instant as a text depends on who writes it; the seconds since 1970 do not.
  await rememberRows(db, 'issue_flag', {
    issue: 'r.issue_id',
    key: `concat_ws(' ', r.issue_id, extract(epoch from r.from_at))`,
    columns: ['to_at'],
  });
  // No engine has this version: every analysis is renewed at the next start.
  await sql`update analysis set engine_version = 0`.execute(db);
}
