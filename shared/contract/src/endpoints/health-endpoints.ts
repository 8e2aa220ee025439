import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { health, readiness } from '../health.ts';

export const getHealth = endpoint({
  method: 'get',
  path: '/healthz',
  name: 'getHealth',
  access: 'public',
  status: 200,
  answer: health,
  summary: 'The process runs.',
});

export const getReadiness = endpoint({
  method: 'get',
  path: '/readyz',
  name: 'getReadiness',
  access: 'public',
  status: 200,
  answer: readiness,
  refusals: [503],
  summary: 'The database answers, so that requests can be served.',
});

export const getMetrics = endpoint({
  method: 'get',
  path: '/metrics',
  name: 'getMetrics',
  access: 'public',
  status: 200,
  answer: z.string(),
  mediaType: 'text/plain',
  summary: 'Measurements of this process for Prometheus.',
});
