import { type Kysely, sql } from 'kysely';

/**
 * Two roles without a login. Every transaction takes one of them, so that row-level security binds it even when the
 * login owns the tables or is a superuser. Roles belong to the whole server: another database may have made them.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const role of ['speedtax_app', 'speedtax_system']) {
    await sql`
      do $$
      begin
        create role ${sql.raw(role)} nologin noinherit;
      exception when duplicate_object or unique_violation then
        null;
      end $$
    `.execute(db);
    await sql`
      do $$
      begin
        if current_setting('server_version_num')::int >= 160000 then
          if not pg_has_role(current_user, '${sql.raw(role)}', 'SET') then
            grant ${sql.raw(role)} to current_user with set true, inherit false;
          end if;
        elsif not pg_has_role(current_user, '${sql.raw(role)}', 'MEMBER') then
          grant ${sql.raw(role)} to current_user;
        end if;
      end $$
    `.execute(db);
    await sql`grant usage on schema public to ${sql.raw(role)}`.execute(db);
  }
  // Bulk writes stage their rows in temporary tables.
  await sql`
    do $$
    begin
      if not has_database_privilege('speedtax_app', current_database(), 'TEMPORARY') then
        execute format('grant temporary on database %I to speedtax_app', current_database());
      end if;
    end $$
  `.execute(db);
}
