import { z } from 'zod';
import { day, id, instant } from './common.ts';

export const maxPageItems = 1000;

export const idParams = z.strictObject({ id });

/** An instant, or a day: then its end. */
export const asOf = z
  .union([instant, day])
  .optional()
  .describe('as it could have been known at this past instant, or at the end of this day: teams, owners and links of then');

/** Days; both may be left out. */
export const windowQuery = z.strictObject({ from: day.optional(), to: day.optional(), asOf });

export const pageQuery = z.strictObject({
  cursor: z.string().max(500).optional().describe('`nextCursor` of the page before'),
  limit: z.coerce.number().int().min(1).max(maxPageItems).default(200),
});
