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
  add('full analysis', await runChild('services/analysis/bench/full-command.ts', [url]), 'full');
  say('asking the API');
  add('speed tax of a year over HTTP', await runChild('services/api/bench/query-command.ts', [url]), 'query');
  say('the same in SQL');
  const sql = await runChild('shared/storage/bench/sql-command.ts', [url]);
  add('rows read and thrown away', sql, 'bareRead');
  add('team and pair sums in SQL', sql, 'sql');
  return { issues, lines, sums: sql.sums as number, largestDifferenceMs: sql.largestDifferenceMs as number };
}
