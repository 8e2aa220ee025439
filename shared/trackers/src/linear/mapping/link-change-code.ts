/** What a relation change in an issue's history says about a blocking link. */
export interface LinkChangeMeaning {
  readonly action: 'added' | 'removed';
  /** What the issue that has the history entry is in the link. */
  readonly side: 'blocker' | 'blocked';
}

const meanings: ReadonlyMap<string, LinkChangeMeaning> = new Map([
  ['ab', { action: 'added', side: 'blocked' }],
  ['ax', { action: 'added', side: 'blocker' }],
  ['rb', { action: 'removed', side: 'blocked' }],
  ['rx', { action: 'removed', side: 'blocker' }],
]);

/**
 * Codes that change no blocking link: `br bo xr xo` are the tracker's notes that a blocker was completed or reopened
 * (the link stays); the others are about related, similar and duplicate issues.
 */
const otherCodes: ReadonlySet<string> = new Set(['br', 'bo', 'xr', 'xo', 'ar', 'rr', 'ad', 'rd', 'am', 'rm', 'as', 'rs']);

/** The tracker does not document its codes. `unknown`: one that nobody has decoded yet. */
export function readLinkChangeCode(code: string): LinkChangeMeaning | 'no-block' | 'unknown' {
  return meanings.get(code) ?? (otherCodes.has(code) ? 'no-block' : 'unknown');
}
