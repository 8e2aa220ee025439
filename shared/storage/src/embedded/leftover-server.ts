import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DataDirInUseError, holdDataDir } from './hold-data-dir.ts';
import { isRunning, type PostmasterPid, postmasterPidPath, readPostmasterPid } from './postmaster-pid.ts';

const answerTimeoutMs = 10_000;
const stopTimeoutMs = 20_000;
const pollMs = 50;

interface Leftover {
  readonly clusterDir: string;
  readonly urlAt: (port: number) => string;
  readonly log: (line: string) => void;
}

/**
 * Clears what a killed process left behind: a server that still runs on the folder, or its pid file, whose number
 * belongs to another program by now. A pid file of a dead process PostgreSQL clears itself.
 * @throws when that server is in use by a living process
 */
export async function endLeftoverServer({ clusterDir, urlAt, log }: Leftover): Promise<void> {
  const left = await readPostmasterPid(clusterDir);
  if (!left || !isRunning(left.pid)) return;
  if (!(await runsOn(left.pid, clusterDir))) {
    await rm(postmasterPidPath(clusterDir), { force: true });
    return;
  }
  await assertUnused(left, urlAt);
  log('Stopping the database server that an earlier run left behind');
  if (isRunning(left.pid)) process.kill(left.pid, 'SIGINT');
  await waitUntil(() => !isRunning(left.pid), stopTimeoutMs, `The database server of an earlier run (process ${left.pid}) did not stop`);
}

async function runsOn(pid: number, clusterDir: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => listCommand(pid));
  return command.includes(clusterDir);
}

async function listCommand(pid: number): Promise<string> {
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout;
}

// It may be starting or stopping just now: asks until it answers or ends.
async function assertUnused({ pid, port }: PostmasterPid, urlAt: (port: number) => string): Promise<void> {
  for (let waitedMs = 0; waitedMs < answerTimeoutMs && isRunning(pid); waitedMs += pollMs) {
    try {
      const letGo = await holdDataDir(urlAt(port));
      return await letGo();
    } catch (error) {
      if (error instanceof DataDirInUseError) throw error;
    }
    await delay(pollMs);
  }
}

async function waitUntil(isSo: () => boolean, timeoutMs: number, otherwise: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += pollMs) {
    if (isSo()) return;
    await delay(pollMs);
  }
  throw new Error(`${otherwise} within ${timeoutMs / 1000} s`);
}
