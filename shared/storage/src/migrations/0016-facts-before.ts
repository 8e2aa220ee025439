import { type Kysely, sql } from 'kysely';
import { isolateByOrganization } from './organization-policy.ts';

/** More changed rows than this, at once or gathered, and an analysis begins anew: nothing is remembered any more. */
const mostAtOnce = 5_000;
const mostGathered = 20_000;

interface Remembered {
  /** The issue whose figures rest on the row; null: no issue's. */
  readonly issue: string;
  /** What names the row. */
  readonly key: string;
  /** Beside the key: what figures rest on. Others may change unnoticed. */
  readonly columns: readonly string[];
  readonly where?: string;
}

const remembered: Record<string, Remembered> = {
  issue: {
    issue: 'r.id',
    key: 'r.id::text',
    columns: [
      'connection_id',
      'team_id',
      'status_id',
      'project_id',
      'assignee_id',
      'is_defect',
      'created_at',
      'updated_at',
      'started_at',
      'completed_at',
      'canceled_at',
      'closed_at',
      '(history_read_at is null)',
      'is_stub',
    ],
  },
  issue_change: {
    issue: 'r.issue_id',
    key: `concat_ws(' ', r.issue_id, r.field, r.external_id)`,
    columns: ['at', 'from_id', 'to_id'],
    where: `r.field in ('status', 'team', 'closed', 'assignee')`,
  },
  dependency: {
    issue: 'r.blocked_issue_id',
    key: `concat_ws(' ', r.blocker_issue_id, r.blocked_issue_id, r.from_key)`,
    columns: ['to_at'],
  },
  issue_link_change: {
    issue: 'null',
    key: `concat_ws(' ', r.issue_id, r.action, r.side, r.external_id, r.other_key)`,
    columns: [],
  },
  issue_key: { issue: 'null', key: `concat_ws(' ', r.connection_id, r.key)`, columns: [] },
};

/** What concerns more issues than can be told: rows that come and go, and columns that change. Rows of pairs never change. */
const concernAll: Record<string, readonly string[]> = {
  team: [],
  workflow_status: ['category'],
  person: [],
  project: [],
  initiative: [],
  project_initiative: [],
  initiative_parent: [],
};

/** What decides who is accountable, and when an initiative began and ended. */
const plans: Record<string, readonly string[]> = {
  person: ['active'],
  project: ['lead_id', 'status'],
  initiative: ['owner_id', 'status', 'started_at', 'completed_at'],
};

/**
 * How facts were before they changed, kept in the transaction that changes them, for analyses that follow a small sync. Only ever
 * added to, so that an analysis can use up exactly what its snapshot sees.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table fact_memory (organization_id uuid not null primary key references organization on delete cascade)`.execute(db);
  await isolateByOrganization(db, 'fact_memory');
  await sql`
    create table fact_before (
      organization_id uuid not null,
      no bigint not null generated always as identity,
      transaction_id xid8 not null default pg_current_xact_id(),
      fact text not null,
      issue_id uuid,
      key text not null,
      before jsonb,
      primary key (organization_id, no)
    )`.execute(db);
  await isolateByOrganization(db, 'fact_before');
  await sql`create index fact_before_whole on fact_before (organization_id) where fact = 'whole'`.execute(db);

  // Whoever lets facts be remembered waits for those who began to write without: each writer holds this lock until its end.
  await sql`
    create function remembers_facts(organization uuid) returns boolean language plpgsql as $$
    begin
      if organization is null then return false; end if;
      perform pg_advisory_xact_lock_shared(hashtextextended('facts ' || organization, 0));
      return exists (select from fact_memory where organization_id = organization)
        and not exists (select from fact_before where organization_id = organization and fact = 'whole');
    end $$`.execute(db);
  for (const [table, fact] of Object.entries(remembered)) await rememberRows(db, table, fact);
  for (const [table, columns] of Object.entries(concernAll)) {
    const note = `insert into fact_before (organization_id, fact, key) values (organization, 'whole', '${table}')`;
    for (const event of ['insert', 'delete'] as const) await createTrigger(db, table, 'whole', event, `${note};`);
    if (columns.length > 0)
      await createTrigger(db, table, 'whole', 'update', `if exists (select from ${changedRows('id', columns)}) then ${note}; end if;`);
  }
  for (const [table, columns] of Object.entries(plans)) {
    const note = `insert into fact_before (organization_id, fact, key) select organization, 'plan', concat_ws(' ', '${table}', r.id)`;
    await createTrigger(db, table, 'plan', 'update', `${note} from ${changedRows('id', columns)};`);
  }
}

export async function rememberRows(db: Kysely<never>, table: string, { issue, key, columns, where = 'true' }: Remembered): Promise<void> {
  const put = (before: string, from: string) => `
      if (select count(*) from (select from was limit ${mostAtOnce + 1}) w) > ${mostAtOnce}
        or (select count(*) from (select from fact_before b where b.organization_id = organization limit ${mostGathered + 1}) b) > ${mostGathered}
      then insert into fact_before (organization_id, fact, key) values (organization, 'whole', 'many changes');
      else
        insert into fact_before (organization_id, fact, issue_id, key, before)
        select r.organization_id, '${table}', ${issue}, ${key}, ${before} from ${from} ${from.includes(' where ') ? 'and' : 'where'} ${where};
      end if;`;
  const former = `to_jsonb(r) - array['title', 'url', 'labels']`;
  await createTrigger(db, table, 'remember', 'insert', put('null', 'was r'));
  await createTrigger(db, table, 'remember', 'delete', put(former, 'was r'));
  if (columns.length > 0) await createTrigger(db, table, 'remember', 'update', put(former, changedRows(key, columns)));
}

/** Rows as they were (`r`) that have become different in any of these columns. */
function changedRows(key: string, columns: readonly string[]): string {
  const keyOf = (row: string) => (key === 'id' ? `${row}.id` : key.replaceAll('r.', `${row}.`));
  const list = (row: string) => columns.map((column) => column.replace(/^\(?/, (open) => `${open}${row}.`)).join(', ');
  return `was r join became n on ${keyOf('n')} = ${keyOf('r')} where (${list('r')}) is distinct from (${list('n')})`;
}

/** A trigger that sees all rows of a statement at once. `body`: what it does where facts are remembered. */
async function createTrigger(
  db: Kysely<never>,
  table: string,
  name: string,
  event: 'insert' | 'update' | 'delete',
  body: string,
): Promise<void> {
  const rows = { insert: 'new table as was', delete: 'old table as was', update: 'old table as was new table as became' }[event];
  const called = sql.raw(`${name}_${table}_${event}`);
  await sql`
    create function ${called}() returns trigger language plpgsql as $$
    declare organization uuid := (select organization_id from was limit 1);
    begin
      if remembers_facts(organization) then ${sql.raw(body)} end if;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger ${called} after ${sql.raw(event)} on ${sql.table(table)} referencing ${sql.raw(rows)}
    for each statement execute function ${called}()`.execute(db);
}
