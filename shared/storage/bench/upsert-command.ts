import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeBenchCompany } from '@speedtax/domain/bench/bench-company';
import { benchId } from '@speedtax/domain/bench/bench-id';
import { measure, tellResult } from '@speedtax/domain/bench/measure';
import type { Insertable } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { upsertRows } from '../src/bulk/upsert-rows.ts';
import { openDatabase } from '../src/database.ts';
import { migrate } from '../src/migrate.ts';
import type { Tables } from '../src/tables.ts';

/**
 * What rows of a tracker are written at, as a part of what a raw COPY into a table of the same indexes is: `node
 * bench/upsert-command.ts <url> <issues>`.
 */
const [url = '', issueCount] = process.argv.slice(2);
const rowsAtOnce = 5_000;
const issuesOfPage = 250;
const [organization_id, connection_id] = [benchId('organization', 0), benchId('connection', 0)];
await migrate(url);
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query(`insert into organization (id, name) values ('${organization_id}', 'Bench')`);
await client.query(`insert into connection (organization_id, id, provider, name, base_url, credentials, status)
  values ('${organization_id}', '${connection_id}', 'linear', 'Bench', 'https://tracker.example', 'sealed', 'ready')`);
const database = openDatabase({ url, applicationName: 'speedtax bench', onError: console.error });
const { issues, ids } = makeBenchCompany(Number(issueCount));
const issueRows = Array.from({ length: issues.count }, (_, i) => issueRow(i));
const changeRows = issueRows.flatMap((_, i) => changesOf(i));

const issuesCopiedMs = await copyRaw('issue', issueRows);
const changesCopiedMs = await copyRaw('issue_change', changeRows);
const issuesMs = await upsertAll('issue', issueRows, rowsAtOnce);
const changesMs = await upsertAll('issue_change', changeRows, rowsAtOnce);
const again = await upsertAll('issue', issueRows, rowsAtOnce);
const changesAgain = await upsertAll('issue_change', changeRows, rowsAtOnce);
await client.query('truncate issue cascade');
const inPagesMs = await upsertAll('issue', issueRows, issuesOfPage);
await database.close();
await client.end();
tellResult({
  issues: issuesCopiedMs / issuesMs.ms,
  issuesInPages: issuesCopiedMs / inPagesMs.ms,
  changes: changesCopiedMs / changesMs.ms,
  rewritten: again.changed + changesAgain.changed,
});

function issueRow(i: number): Insertable<Tables['issue']> & Record<string, unknown> {
  const at = new Date(issues.createdAt[i] as number).toISOString();
  const named = { id: ids.issues.at(i) as string, external_id: `issue ${i}`, key: `KEY-${i}`, title: `About ${i}`, labels: ['one', 'two'] };
  const today = { team_id: benchId('team', i % 500), status_id: benchId('status', i % 5), is_defect: false, is_stub: false };
  return { organization_id, connection_id, ...named, ...today, created_at: at, updated_at: at, history_read_at: at };
}

function changesOf(i: number): (Insertable<Tables['issue_change']> & Record<string, unknown>)[] {
  const { offset, at, value } = issues.status;
  const own = { organization_id, connection_id, issue_id: ids.issues.at(i) as string, field: 'status' as const };
  return Array.from({ length: (offset[i + 1] as number) - (offset[i] as number) }, (_, k) => {
    const row = (offset[i] as number) + k;
    const to_id = benchId('status', value[row] as number);
    return { ...own, external_id: `change ${k}`, at: new Date(at[row] as number).toISOString(), from_id: null, to_id };
  });
}

/** Milliseconds of a COPY of all rows as text, made up beforehand, into a table like it. */
async function copyRaw(table: string, rows: readonly Record<string, unknown>[]): Promise<number> {
  await client.query(`create table raw_${table} (like ${table} including all)`);
  const columns = Object.keys(rows[0] as object);
  const textOf = (value: unknown) => (value === null ? '\\N' : Array.isArray(value) ? `{${value.join()}}` : String(value));
  const lines = rows.map((row) => `${columns.map((column) => textOf(row[column])).join('\t')}\n`);
  const { ms } = await measure(
    1,
    () => pipeline(Readable.from(chunksOf(lines)), client.query(copyFrom(`copy raw_${table} (${columns.join()}) from stdin`))),
    { warmUp: false },
  );
  await client.query(`drop table raw_${table}`);
  return ms[0] as number;
}

function* chunksOf(lines: readonly string[]): Generator<string> {
  for (let from = 0; from < lines.length; from += rowsAtOnce) yield lines.slice(from, from + rowsAtOnce).join('');
}

/** Page by page, each in a transaction, as a sync writes. */
async function upsertAll<T extends 'issue' | 'issue_change'>(table: T, rows: readonly Insertable<Tables[T]>[], atOnce: number) {
  let changed = 0;
  const { ms } = await measure(
    1,
    async () => {
      for (let from = 0; from < rows.length; from += atOnce) {
        const page = rows.slice(from, from + atOnce);
        changed += (await database.inOrganization(organization_id, (trx) => upsertRows(trx, table, page))).changed;
      }
    },
    { warmUp: false },
  );
  return { ms: ms[0] as number, changed };
}
