import { Worker } from 'node:worker_threads';
import type { Analysis, Calendar, Company } from '@speedtax/domain';

/** What the thread is given. */
export interface ThreadTask {
  readonly company: Company;
  readonly calendar: Calendar;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What `analyze` finds, computed beside the event loop that answers everybody else. */
export function analyzeInThread(task: ThreadTask): Promise<Analysis> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./analysis-thread.ts', import.meta.url), { workerData: task });
    thread.once('message', (analysis: Analysis) => {
      resolve(analysis);
      void thread.terminate();
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`The analysis thread ended with ${code} before it had an answer`)));
  });
}
