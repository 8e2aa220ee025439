import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { queues } from '../queue.ts';

export const listQueues = endpoint({
  method: 'get',
  path: '/api/v1/queues',
  name: 'listQueues',
  access: 'admin',
  status: 200,
  answer: queues,
  summary: 'How much work is waiting, and the newest jobs that failed, with the reason.',
});

export const retryJob = endpoint({
  method: 'post',
  path: '/api/v1/queues/{queue}/jobs/{id}/retry',
  name: 'retryJob',
  access: 'admin',
  status: 204,
  params: z.strictObject({ queue: z.string().max(100), id: z.string().max(200) }),
  answer: null,
  refusals: [404],
  summary: 'Tries a job that failed once more.',
});
