import { argv, kill, pid } from 'node:process';
import { startAnalysisService } from '@speedtax/analysis';
import { openQueue } from '@speedtax/queue';
import { makeLogger, makeMetrics } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';

/**
 * An analysis service that is killed right after a decision is committed, before anybody is woken to send what came of it.
 * Arguments: the address of the database, the instant that it takes for now.
 */
const [databaseUrl = '', now = ''] = argv.slice(2);
const onError = () => {};
const queue = await openQueue({ databaseUrl, onError });
await startAnalysisService({
  database: openDatabase({ url: databaseUrl, applicationName: 'decide and die', onError }),
  queue: {
    ...queue,
    enqueue: async (name, payload) => {
      if (name === 'notify.deliver') kill(pid, 'SIGKILL');
      await queue.enqueue(name, payload);
    },
  },
  logger: makeLogger({ service: 'test', level: 'silent' }),
  metrics: makeMetrics({ processMetrics: false }),
  now: () => Number(now),
});
