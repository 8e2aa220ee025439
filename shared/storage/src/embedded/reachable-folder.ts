import { access, chmod, constants, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './server-user.ts';

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

/** Lets every account pass through a folder of our own, not look into it. */
export async function letPass(folder: string): Promise<void> {
  await chmod(folder, ((await stat(folder)).mode & 0o777) | enterAsOther);
}

/** The first folder from `target` upwards that keeps the account out; undefined when it can reach it. */
export async function findBarrier(account: Account, target: string): Promise<string | undefined> {
  for (let folder = target; ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const needed = uid === account.uid ? enterAsOwner : gid === account.gid ? enterAsGroup : enterAsOther;
    if ((mode & needed) === 0) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}
