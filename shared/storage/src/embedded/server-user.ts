import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** As whom PostgreSQL runs: undefined for ourselves. It refuses to run as root. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

const run = promisify(execFile);
const accountName = 'postgres';

/** @throws when we are root and no other account can be had */
export async function findServerUser(log: (line: string) => void): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return undefined;
  const found = await findAccount();
  if (found) return found;
  log(`Running as root: making the account '${accountName}' for the database server`);
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', accountName]);
  } catch {
    // BusyBox systems (Alpine) have adduser instead.
    await run('adduser', ['-S', '-D', '-H', accountName]).catch((cause: Error) => {
      throw new Error(`PostgreSQL does not run as root, and the account '${accountName}' cannot be made: ${cause.message}`, { cause });
    });
  }
  const made = await findAccount();
  if (!made) throw new Error(`PostgreSQL does not run as root, and the account '${accountName}' was not found after making it`);
  return made;
}

async function findAccount(): Promise<ServerUser> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', accountName]), run('id', ['-g', accountName])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
