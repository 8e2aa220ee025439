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
type Row<T extends keyof Tables> = Insertable<Tables[T]> & Record<string, unknown>;

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

const issuesRatio = await compare('issue', issueRows, rowsAtOnce);
const changesRatio = await compare('issue_change', changeRows, rowsAtOnce);
const again = await upsertAll('issue', issueRows, rowsAtOnce);
const changesAgain = await upsertAll('issue_change', changeRows, rowsAtOnce);
await client.query('truncate issue cascade');
const inPagesRatio = await compare('issue', issueRows, issuesOfPage);
await database.close();
await client.end();
tellResult({ issues: issuesRatio, issuesInPages: inPagesRatio, changes: changesRatio, rewritten: again.changed + changesAgain.changed });

/** How long COPY takes, as a part of how long it takes to write the same rows as a sync does: in turn, so that both meet the same machine. */
async function compare<T extends 'issue' | 'issue_change'>(table: T, rows: readonly Row<T>[], atOnce: number): Promise<number> {
  await client.query(`create table raw_${table} (like ${table} including all)`);
  let [copiedMs, writtenMs] = [0, 0];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const part = rows.slice(from, from + rowsAtOnce);
    copiedMs += await copyRaw(table, part);
    writtenMs += (await upsertAll(table, part, atOnce)).ms;
  }
  await client.query(`drop table raw_${table}`);
  return copiedMs / writtenMs;
}

function issueRow(i: number): Row<'issue'> {
  const at = new Date(issues.createdAt[i] as number).toISOString();
  const named = { id: ids.issues.at(i) as string, external_id: `issue ${i}`, key: `KEY-${i}`, title: `About ${i}`, labels: ['one', 'two'] };
  const today = { team_id: benchId('team', i % 500), status_id: benchId('status', i % 5), is_defect: false, is_stub: false };
  return { organization_id, connection_id, ...named, ...today, created_at: at, updated_at: at, history_read_at: at };
}

function changesOf(i: number): Row<'issue_change'>[] {
  const { offset, at, value } = issues.status;
  const own = { organization_id, connection_id, issue_id: ids.issues.at(i) as string, field: 'status' as const };
  return Array.from({ length: (offset[i + 1] as number) - (offset[i] as number) }, (_, k) => {
    const row = (offset[i] as number) + k;
    const to_id = benchId('status', value[row] as number);
    return { ...own, external_id: `change ${k}`, at: new Date(at[row] as number).toISOString(), from_id: null, to_id };
  });
}

/** Milliseconds of a COPY of rows as text, made up beforehand, into a table of the same columns and indexes. */
async function copyRaw(table: string, rows: readonly Record<string, unknown>[]): Promise<number> {
  const columns = Object.keys(rows[0] as object);
  const textOf = (value: unknown) => (value === null ? '\\N' : Array.isArray(value) ? `{${value.join()}}` : String(value));
  const text = rows.map((row) => `${columns.map((column) => textOf(row[column])).join('\t')}\n`).join('');
  const copy = () => pipeline(Readable.from([text]), client.query(copyFrom(`copy raw_${table} (${columns.join()}) from stdin`)));
  const { ms } = await measure(1, copy, { warmUp: false });
  return ms[0] as number;
}

/** Page by page, each in a transaction, as a sync writes. */
async function upsertAll<T extends 'issue' | 'issue_change'>(table: T, rows: readonly Row<T>[], atOnce: number) {
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
