import { parentPort, workerData } from 'node:worker_threads';
import { analyze, makeFactsClock } from '@speedtax/domain';
import type { ThreadTask } from './analyze-in-thread.ts';

const { company, calendar, now } = workerData as ThreadTask;
parentPort?.postMessage(analyze(company, makeFactsClock(company, calendar, now), now));
