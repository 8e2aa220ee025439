import { z } from 'zod';
import { badRequest } from './http-problem.ts';

/** Where a list goes on. Its form is ours alone and may change. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** @throws HttpProblem 400 for a cursor that we did not give out */
export function decodeCursor<T extends z.ZodType>(position: T, cursor: string | undefined): z.infer<T> | null {
  if (cursor === undefined) return null;
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw badRequest([{ path: 'cursor', message: 'Not a cursor of this list' }]);
  }
}

export const idPosition = z.uuid();

/** Cuts a list that was read one item longer than the page. */
export function cutPage<T>(read: readonly T[], limit: number, positionOf: (last: T) => unknown): { items: T[]; nextCursor: string | null } {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: read.length > limit && last !== undefined ? encodeCursor(positionOf(last)) : null };
}
