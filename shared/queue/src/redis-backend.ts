import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { QueueBackend } from './queue-backend.ts';

/** One connection for queues and commands; each worker opens another to wait on. */
export function openRedisBackend(redisUrl: string, onError: (error: Error) => void): QueueBackend {
  // Commands outlast a lost connection: a worker waits for Redis to come back.
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  connection.on('error', onError);
  return {
    openQueue: (name, defaultJobOptions) => new Queue(name, { connection, defaultJobOptions }),
    openWorker: (name, run, options) => new Worker(name, run, { ...options, connection }),
    async close() {
      connection.disconnect();
    },
  };
}
