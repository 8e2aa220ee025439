import { spawn } from 'node:child_process';

/** Times in milliseconds of several runs. */
export interface MeasuredRuns {
  readonly ms: readonly number[];
  readonly cpuMs?: readonly number[];
}

/** A bench that takes longer is broken, or its machine far too busy to measure anything. */
const mostMinutes = 20;

/** As in the container: see infra/Dockerfile. */
const allocator = { MALLOC_MMAP_THRESHOLD_: '524288', MALLOC_ARENA_MAX: '2' };

/** Runs a bench in a process of its own, so that the most memory it held is its own. @returns what it told last; nothing where that is no JSON */
export async function runChild(script: string, args: readonly string[]): Promise<Record<string, unknown>> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: mostMinutes * 60_000,
    env: { ...process.env, ...allocator },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (child.exitCode !== 0) {
    const how = child.signalCode
      ? `by ${child.signalCode}, expected an end within ${mostMinutes} minutes`
      : `with ${child.exitCode}, expected 0`;
    throw new Error(`${script} ended ${how}`);
  }
  const last = output.trim().split('\n').at(-1);
  return last?.startsWith('{') ? (JSON.parse(last) as Record<string, unknown>) : {};
}
