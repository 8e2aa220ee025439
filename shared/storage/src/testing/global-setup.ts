import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../embedded/embedded-postgres.ts';
import { migrate } from '../migrate.ts';
import { createDatabase, urlOfDatabase } from './create-database.ts';
import { templateDatabase } from './test-postgres.ts';

interface SharedServer {
  readonly url: string;
  close(): Promise<void>;
}

// Each project loads this file anew; one run has one server.
const slot = Symbol.for('speedtax.testPostgres');
const shared = globalThis as { [slot]?: { server: Promise<SharedServer>; users: number } };

/** Vitest's global set-up: one PostgreSQL per run, with a migrated database to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared[slot] ??= { server: startSharedServer(), users: 0 };
  const use = shared[slot];
  use.users += 1;
  const { url, close } = await use.server;
  project.provide('speedtaxPostgresUrl', url);
  return async () => {
    use.users -= 1;
    if (use.users > 0) return;
    delete shared[slot];
    await close();
  };
}

async function startSharedServer(): Promise<SharedServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'speedtax-test-'));
  const server = await startEmbeddedPostgres({ dataDir, durable: false, log: () => {} });
  await createDatabase(server.url, templateDatabase);
  await migrate(urlOfDatabase(server.url, templateDatabase));
  return {
    url: server.url,
    async close() {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
