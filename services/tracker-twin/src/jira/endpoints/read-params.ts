import { INVALID_PAYLOAD, JiraRefusal } from '../server/jira-errors.ts';
import type { JiraRequest } from '../server/jira-request.ts';

/** A number of the query string within its limits; the default where there is none. */
export function readNumber({ query }: JiraRequest, name: string, fallback: number, most = Number.MAX_SAFE_INTEGER): number {
  const text = query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new JiraRefusal(400, `The value '${text}' of '${name}' is not a number.`);
  return Math.min(value, most);
}

/** A list of the query string, divided by commas or given several times. */
export function readList({ query }: JiraRequest, name: string): string[] {
  return query.getAll(name).flatMap((text) => text.split(',').map((part) => part.trim()));
}

export type BodyShape = Readonly<Record<string, 'string' | 'number' | 'boolean' | 'strings' | 'numbers'>>;

/** The body of a request; anything in it that the endpoint does not know, or of another kind, is refused. */
export function readBody({ body }: JiraRequest, shape: BodyShape): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new JiraRefusal(400, INVALID_PAYLOAD);
  for (const [name, value] of Object.entries(body)) {
    const kind = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (kind === undefined || !isOfKind(value, kind)) throw new JiraRefusal(400, INVALID_PAYLOAD);
  }
  return { ...body };
}

function isOfKind(value: unknown, kind: BodyShape[string]): boolean {
  if (kind === 'strings') return Array.isArray(value) && value.every((each) => typeof each === 'string');
  if (kind === 'numbers') return Array.isArray(value) && value.every((each) => typeof each === 'number');
  return typeof value === kind;
}
