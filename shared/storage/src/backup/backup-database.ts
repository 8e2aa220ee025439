import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { connectWhole, listTablesToKeep } from './tables-to-keep.ts';

/** The first line of a backup. After it each table: a line with its name and columns, its rows as COPY writes them, and `\.`. */
export interface BackupHead {
  readonly speedtaxBackup: 1;
  readonly madeAt: string;
  /** The last migration that its tables have. */
  readonly migration: string;
}

/**
 * Writes everything to one file, as it is at one instant, while everything goes on: the cursors of syncs travel with the data they
 * stand for. Credentials stay sealed: whoever restores needs the same secret. What was written in part is removed.
 * @returns rows by table
 */
export async function backupDatabase(url: string, file: string, madeAt: Date): Promise<Map<string, number>> {
  const client = new pg.Client({ connectionString: url, application_name: 'speedtax backup' });
  await connectWhole(client);
  const partial = `${file}.partial`;
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(partial, { mode: 0o600 }));
  const write = async (text: string | Buffer) => {
    if (!gzip.write(text)) await once(gzip, 'drain');
  };
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ name: string }>('select max(name) as name from migration');
    const head: BackupHead = { speedtaxBackup: 1, madeAt: madeAt.toISOString(), migration: rows[0]?.name ?? '' };
    await write(`${JSON.stringify(head)}\n`);
    const counts = new Map<string, number>();
    for (const table of await listTablesToKeep(client)) counts.set(table, await copyTable(client, table, write));
    gzip.end();
    await written;
    await rename(partial, file);
    return counts;
  } catch (error) {
    gzip.destroy();
    await written.catch(() => {});
    await rm(partial, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function copyTable(client: pg.Client, table: string, write: (text: string | Buffer) => Promise<void>): Promise<number> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = ('public.' || quote_ident($1))::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  const columns = rows.map(({ name }) => name);
  await write(`${JSON.stringify({ table, columns })}\n`);
  const stream = client.query(copyTo(`copy ${pg.escapeIdentifier(table)} (${columns.map(pg.escapeIdentifier).join(', ')}) to stdout`));
  for await (const chunk of stream) await write(chunk as Buffer);
  await write('\\.\n');
  return stream.rowCount;
}
