import { existsSync } from 'node:fs';
import { createDatabase, urlOfDatabase } from '../../shared/storage/src/testing/create-database.ts';
import { type MeasuredRuns, runChild } from './run-child.ts';

export interface BenchLine {
  readonly name: string;
  readonly runs: MeasuredRuns;
  /** Of the process that did it; of Postgres nothing is known here. */
  readonly peakRssMb: number;
}

export interface SizeResult {
  readonly issues: number;
  readonly lines: readonly BenchLine[];
  /** How many sums the engine and SQL were compared in, and by how much they differ at most. */
  readonly sums: number;
  readonly largestDifferenceMs: number;
}

/** Tells `changed<n>` for each number of issues it lets change. */
const incremental = 'services/analysis/bench/incremental-command.ts';

/** All benches at one size, in a database of its own that is left behind with the server. */
export async function benchSize(serverUrl: string, issues: number, say: (text: string) => void): Promise<SizeResult> {
  const lines: BenchLine[] = [];
  const add = (name: string, result: Record<string, unknown>, key: string) =>
    lines.push({ name, runs: result[key] as MeasuredRuns, peakRssMb: result.peakRssMb as number });

  say(`${issues} issues: computing`);
  add('compute', await runChild('shared/domain/bench/analyze-command.ts', [String(issues)]), 'compute');
  say('storing facts');
  const database = `bench_${issues}`;
  await createDatabase(serverUrl, database);
  const url = urlOfDatabase(serverUrl, database);
  await runChild('shared/storage/bench/store-command.ts', [url, String(issues)]);
  say('reading');
  add('read into columns', await runChild('shared/storage/bench/read-command.ts', [url]), 'read');
  say('analyzing, from facts to figures');
  const full = await runChild('services/analysis/bench/full-command.ts', [url]);
  add('full analysis, the first', full, 'first');
  add('full analysis, again', full, 'again');
  say('asking the API');
  const query = await runChild('services/api/bench/query-command.ts', [url]);
  add('speed tax of a year, anew', query, 'query');
  add('the same again, 20 at once', query, 'queryAgain');
  add('what-if of a year', query, 'whatIf');
  if (existsSync(incremental)) {
    say('analyzing what a small sync changed');
    const changed = await runChild(incremental, [url]);
    for (const key of Object.keys(changed).filter((name) => name.startsWith('changed')))
      add(`analysis after ${key.slice('changed'.length)} changed`, changed, key);
  }
  say('the same in SQL');
  const sql = await runChild('shared/storage/bench/sql-command.ts', [url]);
  add('rows read and thrown away', sql, 'bareRead');
  add('team and pair sums in SQL', sql, 'sql');
  return { issues, lines, sums: sql.sums as number, largestDifferenceMs: sql.largestDifferenceMs as number };
}
