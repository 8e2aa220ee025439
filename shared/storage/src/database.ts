import type { Transaction } from 'kysely';
import pg from 'pg';
import { columnParsers } from './column-parsers.ts';
import type { Tables } from './tables.ts';
import { runTransaction } from './transaction.ts';
import { beginSql, endSql, type TransactionScope } from './transaction-scope.ts';

export interface DatabaseOptions {
  /** postgres://… of a login that may take the roles made by the migrations. */
  readonly url: string;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** Default 10. */
  readonly maxConnections?: number;
  /** Told of connections that break while nobody waits for them; whoever waits gets the error itself. */
  readonly onError: (error: Error) => void;
}

export interface InOrganizationOptions {
  /** One unchanging snapshot for all queries inside; writing is refused. */
  readonly readOnly?: boolean;
  /** One unchanging snapshot that may be written to: nothing of it stays. */
  readonly throwAway?: boolean;
  /** One unchanging snapshot for what is written too: fails where somebody else has changed the same rows meanwhile. */
  readonly oneSnapshot?: boolean;
  /** Default: no limit. */
  readonly statementTimeoutMs?: number;
}

export interface Database {
  /** A transaction that sees and writes the rows of one organization only. */
  inOrganization<T>(organizationId: string, run: (trx: Transaction<Tables>) => Promise<T>, options?: InOrganizationOptions): Promise<T>;
  /** A transaction across organizations, with the few rights that needs: find an API key, list what is due. */
  asSystem<T>(run: (trx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Throws when Postgres cannot be reached, or does not answer within a second. */
  ping(): Promise<void>;
  /** Waits for running transactions. */
  close(): Promise<void>;
}

const connectTimeoutMs = 10_000;
const idleTimeoutMs = 60_000;
const idleInTransactionTimeoutMs = 5 * 60_000;
const pingTimeoutMs = 1_000;
const defaultMaxConnections = 10;

/** Opens a pool; connects at the first use. */
export function openDatabase({ url, applicationName, maxConnections = defaultMaxConnections, onError }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: applicationName,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    keepAlive: true,
    options: '-c TimeZone=UTC -c DateStyle=ISO',
    types: columnParsers,
  });
  pool.on('error', onError);
  const tableShapes = new Map();

  async function run<T>(scope: TransactionScope, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
    return runTransaction({ pool, beginSql: beginSql(scope), endSql: endSql(scope), onError, tableShapes }, work);
  }

  return {
    inOrganization: (organizationId, work, options = {}) => run({ role: 'speedtax_app', organizationId, ...options }, work),
    asSystem: (work) => run({ role: 'speedtax_system' }, work),
    async ping() {
      await pool.query({ text: 'select 1', query_timeout: pingTimeoutMs } as pg.QueryConfig);
    },
    close: () => pool.end(),
  };
}
