import type { RequestHandler } from 'express';
import { notFound } from './http-problem.ts';

export const refuseUnknown: RequestHandler = () => {
  throw notFound('address');
};
