import { type Kysely, sql } from 'kysely';

const indexes = [
  // Whose history is to be read; almost nobody's, once a backfill is done.
  'issue_behind on issue (organization_id, connection_id, id) where history_read_at is null or history_read_at < updated_at',
  // Sweeps compare what the tracker has in order of creation.
  'issue_by_creation on issue (organization_id, connection_id, created_at)',
  'issue_link_by_creation on issue_link (organization_id, connection_id, created_at)',
  'issue_key_by_issue on issue_key (organization_id, issue_id)',
  'issue_link_change_by_other_key on issue_link_change (organization_id, connection_id, other_key)',
];

/** What a sync looks up while it writes. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const index of indexes) await sql.raw(`create index ${index}`).execute(db);
}
