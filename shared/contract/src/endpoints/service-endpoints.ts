import { z } from 'zod';
import { dataVersion } from '../data-version.ts';
import { endpoint } from '../endpoint.ts';
import { me } from '../me.ts';

export const getMe = endpoint({
  method: 'get',
  path: '/api/v1/me',
  name: 'getMe',
  access: 'read',
  status: 200,
  answer: me,
  summary: 'Who asks, and for which organization.',
});

export const getOpenApi = endpoint({
  method: 'get',
  path: '/api/v1/openapi.json',
  name: 'getOpenApi',
  access: 'public',
  status: 200,
  answer: z.looseObject({ openapi: z.string() }),
  summary: 'This document.',
});

export const streamDataVersions = endpoint({
  method: 'get',
  path: '/api/v1/events',
  name: 'streamDataVersions',
  access: 'read',
  status: 200,
  answer: dataVersion,
  mediaType: 'text/event-stream',
  refusals: [503],
  summary: 'Server-sent: tells at once when the figures of the organization, or the state of its connections, have changed.',
});
