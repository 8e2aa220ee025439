import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { type ClusterPlace, clusterDirOf } from './cluster.ts';
import { readPostmasterPid } from './postmaster-pid.ts';
import { spawnAs } from './spawn-as.ts';

export interface RunningServer {
  readonly port: number;
  /** Fast shutdown: sessions are ended, everything is written. */
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;
const stopTimeoutMs = 20_000;
const pollMs = 10;
const keptLogLines = 20;

const settings = {
  listen_addresses: '127.0.0.1',
  // The path of a socket is limited to about 100 characters: data folders are often deeper.
  unix_socket_directories: '',
  max_connections: '100',
  max_wal_size: '2GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};
const undurableSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '1h' };

/** @throws with the last lines of the server's log when it ends before it is ready */
export async function startServer({
  root,
  binaries,
  user,
  durable,
  port,
  log,
}: ClusterPlace & { port: number; log: (line: string) => void }): Promise<RunningServer> {
  const clusterDir = clusterDirOf(root);
  const flags = Object.entries({ ...settings, ...(durable ? {} : undurableSettings) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = spawnAs(user, binaries.postgres, ['-D', clusterDir, '-p', String(port), ...flags], {
    // Its own process group: a Ctrl-C in the terminal must reach it through us, after everything that uses it has closed.
    detached: true,
  });
  const logTail = keepLog(child, log);
  const stopAtExit = () => child.kill('SIGINT');
  process.once('exit', stopAtExit);
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      logTail.push(error.message);
      resolve();
    });
    child.once('close', () => resolve());
  }).finally(() => process.off('exit', stopAtExit));

  const stop = async () => {
    child.kill('SIGINT');
    const isEnded = await Promise.race([ended.then(() => true), delay(stopTimeoutMs, false, { ref: false })]);
    if (!isEnded) child.kill('SIGQUIT');
    await ended;
  };
  if (await waitUntilReady(child, clusterDir)) return { port, stop };
  await stop();
  throw new Error(`The embedded PostgreSQL did not start:\n${logTail.join('\n')}`);
}

async function waitUntilReady(child: ChildProcess, clusterDir: string): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < startTimeoutMs; waitedMs += pollMs) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    const status = await readPostmasterPid(clusterDir);
    if (status?.pid === child.pid && status.isReady) return true;
    await delay(pollMs);
  }
  return false;
}

function keepLog(child: ChildProcess, log: (line: string) => void): string[] {
  const tail: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n')) {
      if (line.trim() === '') continue;
      tail.push(line);
      if (tail.length > keptLogLines) tail.shift();
      log(line);
    }
  });
  return tail;
}
