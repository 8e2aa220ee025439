import { access, chmod, constants, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ServerUser } from './server-user.ts';

const enterAsOther = 0o001;
const enterAsGroup = 0o010;
const enterAsOwner = 0o100;

/** @throws when the folder cannot be made or written to */
export async function makeWritableFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new Error(`The data folder ${folder} is not writable: ${(cause as Error).message}`, { cause });
  }
}

/**
 * Lets the server's account through our own folder.
 * @throws naming the folder above it that keeps the account out
 */
export async function openFolderTo(user: NonNullable<ServerUser>, folder: string): Promise<void> {
  await chmod(folder, ((await stat(folder)).mode & 0o777) | enterAsOther);
  await assertReachable(user, folder);
}

/** @throws naming the first folder on the way that keeps the account out */
export async function assertReachable(user: NonNullable<ServerUser>, target: string): Promise<void> {
  for (let folder = target; ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const needed = uid === user.uid ? enterAsOwner : gid === user.gid ? enterAsGroup : enterAsOther;
    if ((mode & needed) === 0) {
      throw new Error(
        `PostgreSQL does not run as root, and the folder ${folder} keeps its account out of ${target}. Run as another user, move there where all may enter, or set DATABASE_URL to a PostgreSQL of your own.`,
      );
    }
    if (folder === path.dirname(folder)) return;
  }
}
