import type { BenchLine, SizeResult } from './bench-size.ts';

/** Of nearest rank; 0 for no values. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0;
}

/** Medians with their spread, and each as a multiple of the two that it is to be compared with. */
export function presentTable({ issues, lines, figures, sums, largestDifferenceMs, failures }: SizeResult): string {
  const medianOf = (name: string) => percentile(lines.find((line) => line.name === name)?.runs.ms ?? [], 0.5);
  const bareMs = medianOf('rows read and thrown away');
  const sqlMs = medianOf('team and pair sums in SQL');
  const head = ['', 'median ms', 'min–max', 'p95', 'processor ms', 'peak MB', '÷ bare read', '÷ SQL'];
  const rows = lines.map(({ name, runs, peakRssMb }: BenchLine) => {
    const median = percentile(runs.ms, 0.5);
    return [
      name,
      whole(median),
      `${whole(Math.min(...runs.ms))}–${whole(Math.max(...runs.ms))}`,
      whole(percentile(runs.ms, 0.95)),
      runs.cpuMs ? whole(percentile(runs.cpuMs, 0.5)) : '',
      whole(peakRssMb),
      (median / bareMs).toFixed(2),
      (median / sqlMs).toFixed(2),
    ];
  });
  const widths = head.map((title, k) => Math.max(title.length, ...rows.map((row) => (row[k] ?? '').length)));
  const draw = (row: readonly string[]) =>
    row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0))).join('  ');
  return [
    `${issues} issues`,
    ...[head, ...rows].map(draw),
    ...figures.map(({ name, value }) => `${name}: ${value < 10 && !Number.isInteger(value) ? value.toFixed(2) : whole(value)}`),
    `${sums} sums of the engine and of SQL differ by at most ${largestDifferenceMs.toExponential(1)} ms`,
    ...failures.map((failure) => `NOT MEASURED: ${failure}`),
  ].join('\n');
}

function whole(value: number): string {
  return String(Math.round(value));
}
