import pg from 'pg';

export interface AccountPoolOptions {
  /** postgres://… of a login that may take the roles made by the migrations. */
  readonly url: string;
  readonly applicationName: string;
  readonly onError: (error: Error) => void;
}

export type AccountPool = pg.Pool;

const maxConnections = 4;
const connectTimeoutMs = 10_000;
const idleTimeoutMs = 60_000;
const statementTimeoutMs = 10_000;

/**
 * Connections of the sign-in. Each is born as `speedtax_auth`, which reaches the accounts in the schema `auth` and no
 * table of an organization; transactions of organizations have no such connection. See docs/decisions/0034.
 */
export function openAccountPool({ url, applicationName, onError }: AccountPoolOptions): AccountPool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `${applicationName} sign-in`,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    statement_timeout: statementTimeoutMs,
    keepAlive: true,
    options: '-c role=speedtax_auth -c search_path=auth -c TimeZone=UTC',
  });
  pool.on('error', onError);
  return pool;
}
