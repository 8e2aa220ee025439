import { z } from 'zod';
import { day, id } from './common.ts';

export const maxPageItems = 1000;

export const idParams = z.strictObject({ id });

/** Days; both may be left out. */
export const windowQuery = z.strictObject({ from: day.optional(), to: day.optional() });

export const pageQuery = z.strictObject({
  cursor: z.string().max(500).optional().describe('`nextCursor` of the page before'),
  limit: z.coerce.number().int().min(1).max(maxPageItems).default(200),
});
