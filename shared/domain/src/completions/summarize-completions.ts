import { completionFlag } from '../analysis/analysis.ts';

export interface CompletionSummary {
  /** Distinct issues completed. */
  readonly completed: number;
  /** Share of them that never waited; null where none was completed. */
  readonly autonomy: number | null;
  readonly qualityTax: { readonly waited: ReworkShare; readonly neverWaited: ReworkShare };
}

export interface ReworkShare {
  readonly completed: number;
  /** Reopened, or defects. */
  readonly reworked: number;
  readonly share: number | null;
}

/** Of completions in a window, each issue counts once per team, by its last one. Keys tell issue and team apart; order does not matter. */
export function summarizeCompletions(completions: Iterable<{ key: string | number; at: number; flags: number }>): CompletionSummary {
  const lastOf = new Map<string | number, { at: number; flags: number }>();
  for (const { key, at, flags } of completions) {
    const known = lastOf.get(key);
    if (known === undefined || known.at < at) lastOf.set(key, { at, flags });
  }
  const waited = { completed: 0, reworked: 0 };
  const neverWaited = { completed: 0, reworked: 0 };
  for (const { flags } of lastOf.values()) {
    const group = (flags & completionFlag.waited) !== 0 ? waited : neverWaited;
    group.completed++;
    if ((flags & (completionFlag.reopened | completionFlag.defect)) !== 0) group.reworked++;
  }
  const completed = waited.completed + neverWaited.completed;
  return {
    completed,
    autonomy: shareOf(neverWaited.completed, completed),
    qualityTax: { waited: withShare(waited), neverWaited: withShare(neverWaited) },
  };
}

function withShare(group: { completed: number; reworked: number }): ReworkShare {
  return { ...group, share: shareOf(group.reworked, group.completed) };
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
