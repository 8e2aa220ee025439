import { hash } from 'node:crypto';

/** What an id of ours stands for. One tracker id may name two kinds of things. */
export type IdKind =
  | 'person'
  | 'team'
  | 'status'
  | 'initiative'
  | 'project'
  | 'milestone'
  | 'cycle'
  | 'issue'
  | 'issue-link'
  | 'mention'
  | 'project-dependency';

/**
 * Our id of a tracker's thing: a UUID (version 5 in form) made from connection, kind and the tracker's id, so that
 * rows can name each other before either is stored, and reading a page twice names the same rows.
 */
export function deriveId(connectionId: string, kind: IdKind, externalId: string): string {
  const name = `${connectionId}/${kind}/${externalId}`;
  const known = derived.get(name);
  if (known !== undefined) return known;
  const id = uuidOf(name);
  if (derived.size >= mostDerived) derived.clear();
  derived.set(name, id);
  return id;
}

/** A page names the same statuses, people and issues many times over. */
const derived = new Map<string, string>();
const mostDerived = 20_000;

function uuidOf(name: string): string {
  const hex = hash('sha1', name, 'hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
