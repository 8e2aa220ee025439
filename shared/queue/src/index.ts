export { type JobName, type JobPayload, type JobQueue, jobs } from './jobs.ts';
export { openQueue, type QueueOptions } from './open-queue.ts';
