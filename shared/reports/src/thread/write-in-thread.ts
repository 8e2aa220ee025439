import { Worker } from 'node:worker_threads';
import type { PackFormat, PlanningPack } from '@speedtax/contract';

/** What the thread is given. */
export interface WriterTask {
  readonly pack: PlanningPack;
  readonly format: PackFormat;
}

/** Longer than any pack takes: what is not done by then never will be. */
const writingLimitMs = 300_000;

/** What `writePack` writes, beside the event loop that answers everybody else. */
export function writeInThread(task: WriterTask): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./writer-thread.ts', import.meta.url), { workerData: task });
    const limit = setTimeout(() => {
      reject(new Error(`A pack was not written as ${task.format} within ${writingLimitMs} ms`));
      void thread.terminate();
    }, writingLimitMs);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`The writer thread ended with ${code} before the pack was written`));
    });
  });
}
