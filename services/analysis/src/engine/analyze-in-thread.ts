import { Worker } from 'node:worker_threads';
import type { Analysis, Company, OrganizationClock } from '@speedtax/domain';
import { listBuffers } from './list-buffers.ts';

/** What the thread is handed. The engine counts by places: the ids of issues stay behind. */
export interface AnalysisTask {
  readonly company: Company;
  readonly clock: OrganizationClock;
  readonly now: number;
}

/**
 * Runs the engine in a thread of its own, so that a process that also answers requests goes on answering. The columns of the
 * company move there and are empty afterwards, but for the projects; those of the analysis move back.
 */
export function analyzeInThread({ company, clock, now }: AnalysisTask): Promise<Analysis> {
  const task: AnalysisTask = { company: { ...company, ids: { ...company.ids, issues: [] } }, clock, now };
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./engine-thread.ts', import.meta.url), {
      workerData: task,
      // Which project an issue belongs to is asked again when the figures are written: that column is copied.
      transferList: listBuffers({ issues: { ...company.issues, project: null }, dependencies: company.dependencies }),
    });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`The engine's thread ended with ${code} and without an answer`)));
  });
}
