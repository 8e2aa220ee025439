import type pg from 'pg';

/** What belongs to one server, or is made by the migrations; analyses begin anew without it. */
const leftOut: ReadonlySet<string> = new Set(['migration', 'migration_lock', 'fact_before', 'fact_memory']);

/** Every table of ours that travels, each after those it refers to. */
export async function listTablesToKeep(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by 1`);
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    select f.relname as from, t.relname as to from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    join pg_namespace n on n.oid = f.relnamespace and n.nspname = 'public'
    where k.contype = 'f' and f.oid <> t.oid`);
  const ordered = new Set<string>();
  const names = tables.map(({ name }) => name).filter((name) => !leftOut.has(name));
  while (ordered.size < names.length) {
    const ready = names.filter(
      (name) => !ordered.has(name) && references.every(({ from, to }) => from !== name || ordered.has(to) || !names.includes(to)),
    );
    if (ready.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${names.filter((name) => !ordered.has(name)).join(', ')}`);
    for (const name of ready) ordered.add(name);
  }
  return [...ordered];
}

/** Whoever is bound by an organization would keep, or bring back, a part. */
export async function connectWhole(client: pg.Client): Promise<void> {
  await client.connect();
  const { rows } = await client.query<{ mayAll: boolean; name: string }>(
    'select rolsuper or rolbypassrls as "mayAll", rolname as name from pg_roles where rolname = current_user',
  );
  if (rows[0]?.mayAll) return;
  throw new Error(`The login ${rows[0]?.name} is bound by row-level security: use one that is not (a superuser, or BYPASSRLS)`);
}
