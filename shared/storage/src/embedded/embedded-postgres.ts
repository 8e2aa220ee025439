import path from 'node:path';
import { findPostgresBinaries } from './binaries.ts';
import { clusterDirOf, databaseUser, hasCluster, makeCluster, readPassword } from './cluster.ts';
import { isPortFree, pickFreePort } from './free-port.ts';
import { holdDataDir } from './hold-data-dir.ts';
import { endLeftoverServer } from './leftover-server.ts';
import { letPass, makeWritableFolder } from './reachable-folder.ts';
import { startServer } from './server-process.ts';
import { findServerUser } from './server-user.ts';

export interface EmbeddedPostgresOptions {
  /** Made when missing. Everything is kept here, the password too, so that a later start finds it again. */
  readonly dataDir: string;
  /** Default: any free port. */
  readonly port?: number;
  readonly log: (line: string) => void;
  /** false: faster, and not safe against a power cut; for tests. */
  readonly durable?: boolean;
}

export interface EmbeddedPostgres {
  /** postgres://…, of the superuser, on the loopback address. */
  readonly url: string;
  readonly port: number;
  /** Ends sessions, writes everything, stops the server. */
  close(): Promise<void>;
}

/**
 * Starts PostgreSQL as a child of this process, listening on loopback only.
 * @throws naming the cause: folder not writable, port taken, another Speedtax using the folder
 */
export async function startEmbeddedPostgres({ dataDir, port, log, durable = true }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const root = path.resolve(dataDir);
  await makeWritableFolder(root);
  const binaries = await findPostgresBinaries(process.platform, process.arch);
  const user = await findServerUser([binaries.postgres, path.dirname(root)], log);
  if (user) await letPass(root);
  const place = { root, binaries, user, durable };
  if (!(await hasCluster(root))) await makeCluster(place);
  const password = await readPassword(root);
  const urlAt = (at: number) => `postgres://${databaseUser}:${password}@127.0.0.1:${at}/postgres`;
  await endLeftoverServer({ clusterDir: clusterDirOf(root), urlAt, log });
  if (port !== undefined && !(await isPortFree(port)))
    throw new Error(`Port ${port} is taken: the embedded PostgreSQL cannot listen on it`);
  const server = await startServer({ ...place, port: port ?? (await pickFreePort()), log });
  try {
    const letGo = await holdDataDir(urlAt(server.port));
    const close = async () => {
      await letGo();
      await server.stop();
    };
    return { url: urlAt(server.port), port: server.port, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
