import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';
import type { BackupHead } from './backup-database.ts';
import { connectWhole } from './tables-to-keep.ts';

/**
 * Brings a backup back into an empty database, all of it or nothing, and then to the present tables. Syncs go on from the cursors that
 * travelled with it; analyses begin anew.
 * @returns rows by table
 * @throws where the database is not empty, or the file is none of ours, cut, or of a later version
 */
export async function restoreDatabase(url: string, file: string): Promise<Map<string, number>> {
  const lines = readLines(file);
  const head = readHead((await lines.next()).value);
  if (!(head.migration in migrations))
    throw new Error(`The backup is of a later version (migration ${head.migration}): restore it with that one`);
  await migrate(url, head.migration);
  const client = new pg.Client({ connectionString: url, application_name: 'speedtax restore' });
  await connectWhole(client);
  try {
    await client.query('begin');
    const { rows } = await client.query<{ isThere: boolean }>('select exists (select from organization) as "isThere"');
    if (rows[0]?.isThere) throw new Error('The database is not empty: restore into one that was just made');
    const counts = new Map<string, number>();
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      const { table, columns } = JSON.parse(line.value) as { table: string; columns: string[] };
      counts.set(table, await fillTable(client, table, columns, lines));
    }
    if (counts.size === 0) throw new Error('The backup holds no table');
    await client.query('commit');
    await migrate(url);
    return counts;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

/** What is cut, or is not there, ends it with an error. */
async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = createGunzip().setEncoding('utf8');
  source.on('error', (error) => text.destroy(error));
  source.pipe(text);
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function readHead(line: string | undefined): BackupHead {
  try {
    const head = JSON.parse(line ?? '') as BackupHead;
    if (head.speedtaxBackup === 1) return head;
  } catch {
    // Told below.
  }
  throw new Error('This file is no backup of Speedtax');
}

/** Rows are theirs alone: what triggers would add to them is in the backup, or is made anew. */
async function fillTable(client: pg.Client, table: string, columns: readonly string[], lines: AsyncIterator<string>): Promise<number> {
  const name = pg.escapeIdentifier(table);
  await client.query(`alter table ${name} disable trigger user`);
  const stream = client.query(copyFrom(`copy ${name} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')}) from stdin`));
  const filled = finished(stream);
  // Awaited when all rows are sent; a refusal before that must not end the process.
  filled.catch(() => {});
  let rows = 0;
  try {
    for (let line = await lines.next(); line.value !== '\\.'; line = await lines.next()) {
      if (line.done) throw new Error(`The backup is cut in table ${table}`);
      rows += 1;
      if (!stream.write(`${line.value}\n`)) await Promise.race([once(stream, 'drain'), filled]);
    }
  } catch (error) {
    // Postgres waits for the rest until it is told that there is none.
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
    await filled.catch(() => {});
    throw error;
  }
  stream.end();
  await filled;
  await client.query(`alter table ${name} enable trigger user`);
  return rows;
}
