import { parentPort, workerData } from 'node:worker_threads';
import { analyze } from '@speedtax/domain';
import type { AnalysisTask } from './analyze-in-thread.ts';
import { listBuffers } from './list-buffers.ts';

const { company, clock, now } = workerData as AnalysisTask;
const analysis = analyze(company, clock, now, giveHistoriesBack);
parentPort?.postMessage(analysis, listBuffers(analysis));

/** This thread is their only owner, and what is summed next takes as much memory again. */
function giveHistoriesBack(): void {
  const { status, team, closed, flagged, assignee } = company.issues;
  for (const buffer of listBuffers({ status, team, closed, flagged, assignee, dependencies: company.dependencies })) buffer.transfer(0);
}
