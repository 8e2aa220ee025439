import { z } from 'zod';
import { defaultRange, parseRange, writeRange } from './range.ts';

/** What Next hands to a page. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The range as every page keeps it: left out when it is the default one, so that addresses stay short. */
export const keptRange = z
  .string()
  .optional()
  .catch(undefined)
  .transform((text) => {
    const written = writeRange(parseRange(text));
    return written === writeRange(defaultRange) ? undefined : written;
  });

/** Reads a page's address against its own shape; unreadable parts fall back to what the shape says. */
export async function readView<T extends z.ZodType>(shape: T, search: SearchParams): Promise<z.infer<T>> {
  return shape.parse(await search);
}
