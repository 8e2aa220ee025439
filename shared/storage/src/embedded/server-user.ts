import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findBarrier } from './reachable-folder.ts';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** As whom PostgreSQL runs: undefined for ourselves. It refuses to run as root. */
export type ServerUser =
  | (Account & { /** A folder on the way keeps the account out: it needs leave to pass. */ readonly needsPassage: boolean })
  | undefined;

const run = promisify(execFile);
const accountName = 'postgres';

/**
 * @param targets what the server must reach
 * @throws when we are root and no other account can run it
 */
export async function findServerUser(targets: readonly string[], log: (line: string) => void): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return undefined;
  const account = (await findAccount()) ?? (await makeAccount(log));
  for (const target of targets) {
    const barrier = await findBarrier(account, target);
    if (barrier === undefined) continue;
    await assertSetpriv(barrier, target);
    return { ...account, needsPassage: true };
  }
  return { ...account, needsPassage: false };
}

async function makeAccount(log: (line: string) => void): Promise<Account> {
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

async function findAccount(): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', accountName]), run('id', ['-g', accountName])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function assertSetpriv(barrier: string, target: string): Promise<void> {
  await run('setpriv', ['--version']).catch((cause: Error) => {
    throw new Error(
      `PostgreSQL does not run as root, and the folder ${barrier} keeps its account out of ${target}. Run as another user, move there where all may enter, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  });
}
