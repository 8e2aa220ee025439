import type { JobsOptions, Processor, Queue, Worker, WorkerOptions } from 'bullmq';

export interface QueueLogger {
  warn(details: object, message: string): void;
}

/** Where BullMQ keeps its jobs. */
export interface QueueBackend {
  openQueue(name: string, defaultJobOptions: JobsOptions): Queue;
  openWorker(queue: string, run: Processor, options: Omit<WorkerOptions, 'connection'>): Worker;
  /** Closes connections; after queues and workers. */
  close(): Promise<void>;
}

const forgetAfter = 100;

/** Queues, workers and their pool all report one and the same broken connection: tells of an error object once. */
export function tellOnce(onError: (error: Error) => void): (error: Error) => void {
  const told = new Set<Error>();
  return (error) => {
    if (told.has(error)) return;
    if (told.size >= forgetAfter) told.clear();
    told.add(error);
    onError(error);
  };
}
