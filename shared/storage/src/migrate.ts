import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { migrations } from './migrations/index.ts';

const connectTimeoutMs = 10_000;

/**
 * Brings a database to the present tables; processes that start together wait for each other.
 * @param upTo the last migration to run; all there are where absent
 * @returns the names of the migrations that ran now
 * @throws naming the migration that failed; nothing of this run is kept then
 */
export async function migrate(url: string, upTo?: string): Promise<string[]> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'speedtax migrate',
    max: 1,
    connectionTimeoutMillis: connectTimeoutMs,
  });
  // Broken connections surface in the query that meets them.
  pool.on('error', () => {});
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
    });
    const { error, results = [] } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
    if (error) {
      const failed = results.find((result) => result.status === 'Error')?.migrationName;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(failed ? `Migration ${failed} failed: ${reason}` : `The database cannot be migrated: ${reason}`, { cause: error });
    }
    return results.map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}
