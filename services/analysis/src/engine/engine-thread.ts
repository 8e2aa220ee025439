import { parentPort, workerData } from 'node:worker_threads';
import { analyze } from '@speedtax/domain';
import type { AnalysisTask } from './analyze-in-thread.ts';
import { listBuffers } from './list-buffers.ts';

const { company, clock, now } = workerData as AnalysisTask;
const analysis = analyze(company, clock, now);
parentPort?.postMessage(analysis, listBuffers(analysis));
