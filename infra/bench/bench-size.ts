import { createDatabase, dropDatabase, urlOfDatabase } from '../../shared/storage/src/testing/create-database.ts';
import { type MeasuredRuns, runChild } from './run-child.ts';

export interface BenchLine {
  readonly name: string;
  readonly runs: MeasuredRuns;
  /** Of the process that did it; of Postgres nothing is known here. */
  readonly peakRssMb: number;
}

/** What is no time: a ratio, or how many. */
export interface BenchFigure {
  readonly name: string;
  readonly value: number;
}

export interface SizeResult {
  readonly issues: number;
  readonly lines: readonly BenchLine[];
  readonly figures: readonly BenchFigure[];
  /** How many sums the engine and SQL were compared in, and by how much they differ at most. */
  readonly sums: number;
  readonly largestDifferenceMs: number;
  /** What could not be measured, and why. */
  readonly failures: readonly string[];
}

/** A sync is measured up to here: what a stand-in tracker of more issues takes is its own time. */
const mostSyncedIssues = 100_000;

/** All benches at one size, in databases of their own that are dropped. One that fails is told of, and the others go on. */
export async function benchSize(serverUrl: string, issues: number, say: (text: string) => void): Promise<SizeResult> {
  const lines: BenchLine[] = [];
  const figures: BenchFigure[] = [];
  const failures: string[] = [];
  let told: Record<string, unknown> = {};
  const run = async (what: string, script: string, args: readonly string[]): Promise<void> => {
    say(`${issues} issues: ${what}`);
    told = {};
    try {
      told = await runChild(script, args);
    } catch (error) {
      failures.push(`${what}: ${(error as Error).message}`);
    }
  };
  const line = (name: string, key: string) => {
    const runs = told[key] as MeasuredRuns | undefined;
    if (runs && runs.ms.length > 0) lines.push({ name, runs, peakRssMb: told.peakRssMb as number });
  };
  const figure = (name: string, key: string) => {
    if (typeof told[key] === 'number') figures.push({ name, value: told[key] });
  };
  const withDatabase = async (name: string, work: (url: string) => Promise<void>): Promise<void> => {
    await createDatabase(serverUrl, name);
    await work(urlOfDatabase(serverUrl, name));
    await dropDatabase(serverUrl, name);
  };

  await run('computing', 'shared/domain/bench/analyze-command.ts', [String(issues)]);
  line('compute', 'compute');
  await withDatabase(`bench_${issues}`, async (url) => {
    await run('storing facts', 'shared/storage/bench/store-command.ts', [url, String(issues)]);
    await run('reading', 'shared/storage/bench/read-command.ts', [url]);
    line('read into columns', 'read');
    await run('analyzing, from facts to figures', 'services/analysis/bench/full-command.ts', [url]);
    line('full analysis, the first', 'first');
    line('full analysis, again', 'again');
    await run('asking the API', 'services/api/bench/query-command.ts', [url]);
    line('speed tax of a year, anew', 'query');
    line('what-if of a year, anew', 'whatIf');
    line('another what-if of that year', 'whatIfAgain');
    line('decouplings of a year, anew', 'decouplings');
    line('decouplings, again', 'decouplingsAgain');
    figure('pairs in the answer', 'pairs');
    await run('asking the API by 20 at once', 'services/api/bench/panel-command.ts', [url, 'services/analysis/bench/full-command.ts', url]);
    line('speed tax, kept', 'whole');
    line('speed tax, not modified', 'unchanged');
    line('panels', 'panel');
    line('event loop held up while all is analyzed', 'loop');
    figure('panels a second', 'panelsPerSecond');
    figure('not modified a second', 'unchangedPerSecond');
    await run('the same in SQL', 'shared/storage/bench/sql-command.ts', [url]);
    line('rows read and thrown away', 'bareRead');
    line('team and pair sums in SQL', 'sql');
  });
  const compared = told;
  // The company of the other benches stays as it was: what changes is told of a copy that goes on living.
  await withDatabase(`bench_${issues}_changing`, async (url) => {
    await run('storing facts once more', 'shared/storage/bench/store-command.ts', [url, String(issues)]);
    await run('analyzing what a small sync changed', 'services/analysis/bench/incremental-command.ts', [url]);
    for (const key of Object.keys(told).filter((name) => name.startsWith('changed')))
      line(`analysis after ${key.slice('changed'.length)} changed`, key);
  });
  if (issues <= mostSyncedIssues) {
    await withDatabase(`bench_${issues}_upsert`, async (url) => {
      await run('writing what trackers send', 'shared/storage/bench/upsert-command.ts', [url, String(issues)]);
      figure('issues ÷ raw COPY', 'issues');
      figure('issues in pages of 250 ÷ raw COPY', 'issuesInPages');
      figure('changes ÷ raw COPY', 'changes');
      figure('rows written when nothing changed', 'rewritten');
    });
    await withDatabase(`bench_${issues}_jira`, async (url) => {
      await run('making tables', 'shared/storage/src/migrate-command.ts', ['--database-url', url]);
      await run('syncing a Jira', 'services/sync/bench/jira-command.ts', [url, String(issues)]);
      line('first sync of a Jira', 'first');
      line('sync of an unchanged Jira', 'unchanged');
      line('mapping that Jira again', 'mappedAgain');
    });
  }
  const { sums = 0, largestDifferenceMs = Number.NaN } = compared as Partial<Pick<SizeResult, 'sums' | 'largestDifferenceMs'>>;
  return { issues, lines, figures, sums, largestDifferenceMs, failures };
}
