export interface Steps {
  /** Runs one step of the start and prints how long it took. */
  run<T>(title: string, work: () => Promise<T>): Promise<T>;
  say(line: string): void;
}

/** The start, told step by step on one stream. `nowMs` is a monotonic clock. */
export function makeSteps(write: (text: string) => void, nowMs: () => number): Steps {
  const say = (line: string) => write(`${line}\n`);
  return {
    say,
    async run(title, work) {
      const startedMs = nowMs();
      const result = await work();
      say(`  ✓ ${title.padEnd(44)} ${formatSeconds(nowMs() - startedMs)}`);
      return result;
    },
  };
}

function formatSeconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1).padStart(5)} s`;
}
