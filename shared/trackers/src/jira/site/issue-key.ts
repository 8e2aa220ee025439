import { z } from 'zod';

const pattern = /^[A-Z][A-Z0-9_]*-\d+$/;

/** `ABC-12`. */
export const issueKey = z.string().regex(pattern);

/** `ABC` of `ABC-12`; null where that is no key. */
export function projectKeyOf(key: string | null): string | null {
  return key !== null && pattern.test(key) ? key.slice(0, key.lastIndexOf('-')) : null;
}
