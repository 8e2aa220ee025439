import {
  createPostgresBackend,
  DEFAULT_SCHEMA,
  type PostgresConnectionOptions,
  type Queue,
  runMigrations,
  type Worker,
  withBackend,
} from 'bullmq';
import pg from 'pg';
import { jobs } from './jobs.ts';
import type { QueueBackend } from './queue-backend.ts';

const connectTimeoutMs = 10_000;
// Each worker holds one connection on which it listens; the rest is for queries.
const maxConnections = Object.keys(jobs).length + 4;

/** Queues in a schema of their own, `bullmq`, beside our tables. */
export async function openPostgresBackend(databaseUrl: string, onError: (error: Error) => void): Promise<QueueBackend> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'speedtax queue',
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    options: `-c search_path=${DEFAULT_SCHEMA}`,
  });
  pool.on('error', onError);
  // A connection may break while BullMQ has it, between two queries.
  pool.on('connect', (client) => client.on('error', onError));
  await migrateQueues(pool);
  const bullmq = withBackend(createPostgresBackend);
  const connection = pool as unknown as PostgresConnectionOptions;
  return {
    openQueue: (name, defaultJobOptions) => new bullmq.Queue(name, { connection, defaultJobOptions }) as unknown as Queue,
    openWorker: (name, run, options) => new bullmq.Worker(name, run, { ...options, connection }) as unknown as Worker,
    close: () => pool.end(),
  };
}

async function migrateQueues(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
}
