import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { analyze, makeClockCovering } from '@speedtax/domain';
import { benchBeganAt, benchNow, benchTimeZone } from '@speedtax/domain/bench/bench-company';
import { measure, tellResult } from '@speedtax/domain/bench/measure';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { openDatabase } from '../src/database.ts';
import { loadCompany } from '../src/derived/load-company.ts';
import { askOracle, largestDifference, type Totals, totalsOf } from './oracle.ts';
import { benchOrganizationId } from './store-large-company.ts';

/** The two things to compare with: the rows read and thrown away, and SQL that computes the same: `node bench/sql-command.ts <url>`. */
const factTables = [
  'issue (id, created_at, updated_at, status_id, team_id, project_id)',
  'issue_change (issue_id, at, field, from_id, to_id)',
  'dependency (blocker_issue_id, blocked_issue_id, from_at, to_at)',
];
const url = process.argv[2] ?? '';
const client = new pg.Client({ connectionString: url });
await client.connect();
const bareRead = await measure(3, async () => {
  for (const table of factTables)
    await pipeline(
      client.query(copyTo(`copy ${table} to stdout with (format binary)`)),
      new Writable({ write: (_chunk, _, done) => done() }),
    );
});
let oracle: Totals = new Map();
const sql = await measure(
  3,
  async () => {
    oracle = await askOracle(client, benchNow);
  },
  { warmUp: false },
);
await client.end();

const database = openDatabase({ url, applicationName: 'speedtax bench', onError: console.error });
const company = await database.inOrganization(benchOrganizationId, (trx) => loadCompany(trx, benchOrganizationId), { readOnly: true });
await database.close();
const clock = makeClockCovering(benchTimeZone, benchBeganAt, benchNow);
const found = totalsOf(analyze(company, clock, benchNow), company.ids, clock, benchNow);
tellResult({ bareRead, sql, sums: oracle.size, largestDifferenceMs: largestDifference(oracle, found) });
