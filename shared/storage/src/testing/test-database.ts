import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { createDatabase, dropDatabase, urlOfDatabase } from './create-database.ts';
import { templateDatabase } from './test-postgres.ts';

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  /** An organization that is already there, in UTC. */
  readonly organizationId: string;
  close(): Promise<void>;
}

/** A migrated database of its own for a test file. Needs `@speedtax/storage/testing/global-setup`. */
export async function makeTestDatabase({ maxConnections = 5 }: { maxConnections?: number } = {}): Promise<TestDatabase> {
  const serverUrl = inject('speedtaxPostgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await createDatabase(serverUrl, name, templateDatabase);
  const url = urlOfDatabase(serverUrl, name);
  // A broken connection fails the test through the query that meets it.
  const database = openDatabase({ url, applicationName: 'speedtax test', maxConnections, onError: () => {} });
  const organizationId = randomUUID();
  await database.asSystem((trx) => trx.insertInto('organization').values({ id: organizationId, name: 'Test' }).execute());
  return {
    url,
    database,
    organizationId,
    async close() {
      await database.close();
      await dropDatabase(serverUrl, name);
    },
  };
}
