import { type ChildProcess, spawn } from 'node:child_process';
import { nextCommand } from './dashboard-build.ts';

export interface DashboardProcess {
  /** Fulfilled when it answers; rejected when it ends before that. */
  readonly ready: Promise<void>;
  /** Fulfilled with the exit code or signal. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

const readyLine = /Ready in|✓ Ready/;
const closeTimeoutMs = 5_000;

/** Next.js in a process of its own: rendering pages never holds up the API, nor the sync. */
export function startDashboardProcess(folder: string, port: number, env: Record<string, string>): DashboardProcess {
  const child = spawn(process.execPath, [nextCommand(folder), 'start', '--hostname', '127.0.0.1', '--port', String(port)], {
    cwd: folder,
    env: { PATH: '', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<string>((resolve) => child.once('exit', (code, signal) => resolve(String(code ?? signal))));
  return { ready: waitUntilReady(child), ended, close: () => stop(child) };
}

function waitUntilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000);
      if (readyLine.test(output)) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`The dashboard ended at once (${code ?? signal}):\n${output}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill('SIGKILL'), closeTimeoutMs);
    child.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
