import pg from 'pg';

// Any number, as long as nothing else in this database locks it.
const holderLock = 5_330_829;

/**
 * Marks a running server as in use for as long as this process lives: the lock goes with the connection, however
 * the process ends.
 * @returns lets go
 * @throws when another process holds it
 */
export async function holdDataDir(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, application_name: 'speedtax embedded', keepAlive: true });
  // A server that dies under us is reported by everything that uses it.
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [holderLock]);
  if (!rows[0]?.held) {
    await client.end();
    throw new DataDirInUseError();
  }
  return () => client.end().catch(() => {});
}

export class DataDirInUseError extends Error {
  override readonly name = 'DataDirInUseError';

  constructor() {
    super('Another Speedtax is running on this data folder. Stop it first, or set SPEEDTAX_DATA to another folder.');
  }
}
