import { createHash } from 'node:crypto';
import { JiraRefusal } from '../server/jira-errors.ts';

const LIFETIME_MS = 7 * 86_400_000;

/** Where the next page of a query begins, for seven days. */
export function writeToken(query: string, place: unknown, now: number): string {
  return Buffer.from(JSON.stringify([digest(query), place, now + LIFETIME_MS])).toString('base64url');
}

/** What was written; a token of another query, or too old, is refused. */
export function readToken<T>(token: string, query: string, now: number): T {
  const [of, place, expiresAt] = parse(token);
  const isGood = of === digest(query) && typeof expiresAt === 'number' && now < expiresAt;
  if (!isGood) throw new JiraRefusal(400, 'The provided next page token is invalid or expired.');
  return place as T;
}

function parse(token: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function digest(query: string): string {
  return createHash('sha256').update(query).digest('base64url').slice(0, 12);
}
