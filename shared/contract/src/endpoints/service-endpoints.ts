import { z } from 'zod';
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
