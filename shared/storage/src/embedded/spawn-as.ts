import { type ChildProcessByStdio, spawn } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { ServerUser } from './server-user.ts';

/** Starts a program of PostgreSQL as its account; what it has to say comes on stderr. */
export function spawnAs(
  user: ServerUser,
  command: string,
  args: readonly string[],
  { detached = false } = {},
): ChildProcessByStdio<null, null, Readable> {
  // A folder that every account may be in.
  const options = { cwd: path.parse(command).root, detached, stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'] };
  if (!user) return spawn(command, args, options);
  if (!user.needsPassage) return spawn(command, args, { ...options, uid: user.uid, gid: user.gid });
  const leave = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return spawn('setpriv', [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...leave, '--', command, ...args], options);
}
