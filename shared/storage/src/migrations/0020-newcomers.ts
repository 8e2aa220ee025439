import { type Kysely, sql } from 'kysely';

/** More new ones than this at once, and an analysis begins anew. */
const mostNewcomers = 500;

const newcomers = (kind: string) => `
  if (select count(*) from was) > ${mostNewcomers} then
    insert into fact_before (organization_id, fact, key) values (organization, 'whole', '${kind}');
  else
    insert into fact_before (organization_id, fact, key) select organization, 'plan', concat_ws(' ', 'new ${kind}', r.id) from was r;
  end if;`;

/**
 * What a new project is part of is told with the project; it is noted once more, since an analysis may use up the first note before it
 * sees this row.
 */
const partsOfNewcomers = `
  if exists (
    select from was r where not exists (
      select from fact_before b where b.organization_id = organization and b.fact = 'plan' and b.key = concat_ws(' ', 'new project', r.project_id)
    )
  ) then
    insert into fact_before (organization_id, fact, key) values (organization, 'whole', 'project_initiative');
  else
    insert into fact_before (organization_id, fact, key) select organization, 'plan', concat_ws(' ', 'new project', r.project_id) from was r;
  end if;`;

const inserted: Record<string, string> = {
  person: newcomers('person'),
  project: newcomers('project'),
  project_initiative: partsOfNewcomers,
};

/** People and projects that are new are remembered one by one: they concern no more than the facts that name them. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, body] of Object.entries(inserted)) {
    await sql`
      create or replace function ${sql.raw(`whole_${table}_insert`)}() returns trigger language plpgsql as $$
      declare organization uuid := (select organization_id from was limit 1);
      begin
        if remembers_facts(organization) then ${sql.raw(body)} end if;
        return null;
      end $$`.execute(db);
  }
}
