import { analyze, makeClockCovering } from '../src/index.ts';
import { makeLargeCompany } from './make-large-company.ts';

const dayMs = 86_400_000;
const endAt = Date.UTC(2026, 5, 1);
const runs = 5;

/** Prints how long `analyze` takes on a large company, after a warm-up: `node bench/analyze-command.ts [issues] [dependencies]`. */
const [issues = 1_000_000, dependencies = 300_000] = process.argv.slice(2).map(Number);
const company = makeLargeCompany({ issues, dependencies, teams: 500, days: 900, partners: 10 }, endAt);
const clock = makeClockCovering('Europe/Berlin', endAt - 901 * dayMs, endAt);
const durations: number[] = [];
const cpuDurations: number[] = [];
for (let run = 0; run <= runs; run++) {
  const begun = performance.now();
  const cpuBefore = process.cpuUsage();
  const { waits, sums } = analyze(company, clock, endAt);
  const { user, system } = process.cpuUsage(cpuBefore);
  const durationMs = performance.now() - begun;
  if (run > 0) durations.push(durationMs);
  if (run > 0) cpuDurations.push((user + system) / 1000);
  console.log(`run ${run}: ${Math.round(durationMs)} ms, ${waits.count} waits, ${sums.pair.count} pair days`);
}
console.log(`${issues} issues, ${company.issues.status.at.length} statuses, ${dependencies} dependencies`);
console.log(`median ${medianOf(durations)} ms by the clock, ${medianOf(cpuDurations)} ms of processor time on all threads`);
console.log(`${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`);

function medianOf(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0);
}
