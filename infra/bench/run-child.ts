import { spawn } from 'node:child_process';

/** Times in milliseconds of several runs. */
export interface MeasuredRuns {
  readonly ms: readonly number[];
  readonly cpuMs?: readonly number[];
}

/** Runs a bench in a process of its own, so that the most memory it held is its own. @returns what it told last */
export async function runChild(script: string, args: readonly string[]): Promise<Record<string, unknown>> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`${script} ended with ${code}, expected 0`);
  const last = output.trim().split('\n').at(-1);
  return last === undefined || last === '' ? {} : (JSON.parse(last) as Record<string, unknown>);
}
