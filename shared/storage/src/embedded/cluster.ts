import { randomBytes } from 'node:crypto';
import { access, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PostgresBinaries } from './binaries.ts';
import type { ServerUser } from './server-user.ts';
import { spawnAs } from './spawn-as.ts';

/** The superuser of the embedded server. */
export const databaseUser = 'speedtax';

export interface ClusterPlace {
  /** The folder given by the user: holds the password beside the cluster. */
  readonly root: string;
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser;
  readonly durable: boolean;
}

export function clusterDirOf(root: string): string {
  return path.join(root, 'cluster');
}

export async function hasCluster(root: string): Promise<boolean> {
  return access(clusterDirOf(root)).then(
    () => true,
    () => false,
  );
}

/** Initialised beside its place and moved there when complete, so that an interrupted start leaves nothing half made. */
export async function makeCluster({ root, binaries, user, durable }: ClusterPlace): Promise<void> {
  const unfinished = path.join(root, 'cluster.unfinished');
  const passwordFile = passwordPathOf(root);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (user) {
    await chown(unfinished, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  await runInitdb(
    binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${databaseUser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of texts on every operating system.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...(durable ? [] : ['--no-sync']),
    ],
    user,
  );
  await rename(unfinished, clusterDirOf(root));
}

export async function readPassword(root: string): Promise<string> {
  const text = await readFile(passwordPathOf(root), 'utf8').catch((cause: Error) => {
    throw new Error(`The database in ${root} is there but its password file is not readable: ${cause.message}`, { cause });
  });
  return text.trim();
}

function passwordPathOf(root: string): string {
  return path.join(root, 'password');
}

function runInitdb(initdb: string, args: readonly string[], user: ServerUser): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawnAs(user, initdb, args);
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`initdb ended with code ${code}: ${complaint.trim()}`))));
  });
}
