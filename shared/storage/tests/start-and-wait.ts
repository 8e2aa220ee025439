import { startEmbeddedPostgres } from '@speedtax/storage/embedded';

// Started by a test in a process of its own, to be killed.
await startEmbeddedPostgres({ dataDir: process.argv[2] as string, durable: false, log: () => {} });
console.log('started');
