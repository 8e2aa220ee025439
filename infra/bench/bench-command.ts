import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../shared/storage/src/embedded/embedded-postgres.ts';
import { benchSize, type SizeResult } from './bench-size.ts';
import { presentTable } from './present-table.ts';

/** `npm run bench [sizes…]`: prints a table per size and keeps the numbers in bench-results. */
const defaultSizes = [10_000, 100_000, 1_000_000];
/** Each of the 500 teams must have issues. */
const leastIssues = 10_000;
/** The SQL it is compared with computes instants exactly; the engine's sums are doubles. */
const agreementMs = 1e-3;

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : defaultSizes;
if (sizes.some((size) => !Number.isInteger(size) || size < leastIssues))
  throw new RangeError(`Sizes ${sizes}: expected whole numbers from ${leastIssues} on`);
const dataDir = await mkdtemp(path.join(tmpdir(), 'speedtax-bench-'));
const server = await startEmbeddedPostgres({ dataDir, log: () => {} });
const results: SizeResult[] = [];
try {
  for (const size of sizes) {
    const result = await benchSize(server.url, size, (text) => process.stderr.write(`${text}\n`));
    results.push(result);
    process.stdout.write(`\n${presentTable(result)}\n\n`);
  }
} finally {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
}
await mkdir('bench-results', { recursive: true });
const file = `bench-results/${new Date().toISOString().replaceAll(':', '-')}.json`;
const machine = { processors: availableParallelism(), model: cpus()[0]?.model, node: process.version };
await writeFile(file, `${JSON.stringify({ machine, results }, null, 2)}\n`);
process.stdout.write(`${file}\n`);
const failures = results.flatMap((result) => result.failures);
if (failures.length > 0) throw new Error(`Not everything was measured: ${failures.join('; ')}`);
const apart = results.filter(({ largestDifferenceMs }) => !(largestDifferenceMs <= agreementMs));
if (apart.length > 0)
  throw new Error(`Engine and SQL differ by more than ${agreementMs} ms at ${apart.map(({ issues }) => issues)} issues`);
