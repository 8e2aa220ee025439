import type { IssueHistory, RelationChange } from '../../company/issue.ts';

/** What the codes of the company's histories mean in Jira: which link, which end this is, and what happened to it. */
const LINK_CODES: Readonly<Record<string, LinkCode>> = {
  ax: { kind: 'blocks', end: 'first', action: 'added' },
  ab: { kind: 'blocks', end: 'second', action: 'added' },
  rx: { kind: 'blocks', end: 'first', action: 'removed' },
  rb: { kind: 'blocks', end: 'second', action: 'removed' },
  ar: { kind: 'related', end: 'either', action: 'added' },
  rr: { kind: 'related', end: 'either', action: 'removed' },
  am: { kind: 'duplicate', end: 'first', action: 'added' },
  ad: { kind: 'duplicate', end: 'second', action: 'added' },
  rm: { kind: 'duplicate', end: 'first', action: 'removed' },
  rd: { kind: 'duplicate', end: 'second', action: 'removed' },
};
/** Linear's notes that a blocker was closed or opened again: Jira writes none. */
const NOTES: ReadonlySet<string> = new Set(['xr', 'br', 'xo', 'bo']);

export interface LinkCode {
  readonly kind: 'blocks' | 'related' | 'duplicate';
  readonly end: 'first' | 'second' | 'either';
  readonly action: 'added' | 'removed';
}

/** null: a code that nobody knows, which Jira's history holds as a phrase that nobody knows. */
export function readLinkCode({ type }: RelationChange): LinkCode | null {
  return LINK_CODES[type] ?? null;
}

export function listToldLinks(entry: IssueHistory): readonly RelationChange[] {
  return entry.relationChanges?.filter(({ type }) => !NOTES.has(type)) ?? [];
}

/** By how much Jira tells of an entry later: the end that blocks hears of its links after the other. */
export function deriveDelayMs(entry: IssueHistory, linkSkewMs: number): number {
  const isOfFirstEnd = entry.relationChanges?.some((change) => readLinkCode(change)?.end === 'first');
  return isOfFirstEnd ? linkSkewMs : 0;
}

/** Whether Jira tells of an entry at all: it knows neither a bin nor an archive. */
export function isTold(entry: IssueHistory): boolean {
  if (entry.relationChanges) return listToldLinks(entry).length > 0;
  return entry.archived === undefined && entry.trashed === undefined;
}
