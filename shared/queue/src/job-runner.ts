import { type Processor, UnrecoverableError, WaitingError } from 'bullmq';
import { type JobName, jobs } from './jobs.ts';

export type Handler = (payload: unknown, signal: AbortSignal) => Promise<void>;

interface Runner {
  readonly name: JobName;
  readonly handle: Handler;
  /** Fires when the queue closes. */
  readonly signal: AbortSignal;
}

/** What a worker does with a job: checks what it carries, runs it, and puts it back when our closing interrupted it. */
export function makeJobRunner({ name, handle, signal }: Runner): Processor {
  return async (job, token) => {
    if (job.name !== name) throw new UnrecoverableError(`Queue ${jobs[name].queue} got '${job.name}', expected '${name}'`);
    const payload = jobs[name].payload.safeParse(job.data);
    if (!payload.success) throw new UnrecoverableError(`Job ${name} carries what it should not: ${payload.error.message}`);
    try {
      await handle(payload.data, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      await job.moveToWait(token);
      throw new WaitingError();
    }
  };
}
