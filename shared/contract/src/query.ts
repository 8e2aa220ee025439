import { z } from 'zod';
import { day, id, instant } from './common.ts';

/** No tracker is older than the first of these days, and nothing is planned beyond the last: others are mistyped. */
const firstAskedDay = '1970-01-01';
const lastAskedDay = '2099-12-31';

/** A day that figures can be asked for. */
export const askedDay = day.refine((asked) => asked >= firstAskedDay && asked <= lastAskedDay, {
  error: `Expected a day from ${firstAskedDay} to ${lastAskedDay}`,
});

export const maxPageItems = 1000;

export const idParams = z.strictObject({ id });

/** An instant, or a day: then its end. */
export const asOf = z
  .union([instant, askedDay])
  .optional()
  .describe('as it could have been known at this past instant, or at the end of this day: teams, owners and links of then');

/** Days; both may be left out. */
export const windowQuery = z.strictObject({ from: askedDay.optional(), to: askedDay.optional(), asOf });

export const pageQuery = z.strictObject({
  cursor: z.string().max(500).optional().describe('`nextCursor` of the page before'),
  limit: z.coerce.number().int().min(1).max(maxPageItems).default(200),
});
