import { parentPort, workerData } from 'node:worker_threads';
import { analyze, makeClockCovering } from '@speedtax/domain';
import type { ThreadTask } from './analyze-in-thread.ts';

const { company, calendar, now } = workerData as ThreadTask;
const first = company.issues.createdAt.reduce((earliest, at) => Math.min(earliest, at), now);
parentPort?.postMessage(analyze(company, makeClockCovering(calendar.timeZone, first, now, calendar.working), now));
