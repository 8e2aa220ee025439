/** Runs of one thing: milliseconds by the clock, and of processor time on all threads of this process. */
export interface Runs {
  readonly ms: number[];
  readonly cpuMs: number[];
}

/** Runs `work` once to warm up (unless told not to) and then `runs` times. */
export async function measure(runs: number, work: () => unknown, { warmUp = true } = {}): Promise<Runs> {
  if (warmUp) await work();
  const measured: Runs = { ms: [], cpuMs: [] };
  for (let run = 0; run < runs; run++) {
    const cpuBefore = process.cpuUsage();
    const begun = performance.now();
    await work();
    measured.ms.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(cpuBefore);
    measured.cpuMs.push((user + system) / 1000);
  }
  return measured;
}

/** What a bench's process tells the one that started it: one line of JSON, the most memory it ever held with it. */
export function tellResult(result: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ ...result, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`);
}
