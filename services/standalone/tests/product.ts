import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

export interface Product {
  readonly url: string;
  readonly output: () => string;
  /** What Ctrl-C does. Answers the exit code. */
  interrupt(): Promise<number | null>;
}

/** A data folder that is empty, and gone afterwards. */
export function makeDataFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'speedtax-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** What `npm start` runs, in a process of its own, until it says that it is ready. */
export async function startProduct(environment: Record<string, string>): Promise<Product> {
  const { child, output } = launch(environment);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => /Ready after/.test(output()) && resolve());
    child.once('exit', (code) => reject(new Error(`it ended with ${code} before it was ready:\n${output()}`)));
  });
  const url = /http:\/\/localhost:\d+/.exec(output())?.[0];
  if (!url) throw new Error(`it named no address:\n${output()}`);
  return {
    url,
    output,
    async interrupt() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

/** A start that is expected to fail: its exit code and what it said. */
export async function failToStart(environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(environment);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output() };
}

function launch(environment: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(execPath, [main], {
    env: { PATH: '/usr/bin:/bin', PORT: '0', SPEEDTAX_DEMO_ISSUES: '600', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const keep = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { child, output: () => text };
}
