/** From this share of a person's started time on, the person is dedicated to the initiative. */
export const dedicatedShare = 0.8;
/** Below this share the person only swarms on it. */
export const swarmingShare = 0.2;

export type Dedication = 'dedicated' | 'shared' | 'swarming';

/** Started issue-time of one person in a window, in milliseconds. */
export interface StartedTime {
  /** What went into the initiative. */
  readonly intoMs: number;
  readonly totalMs: number;
}

/** Null where the person had nothing started. */
export function decideDedication({ intoMs, totalMs }: StartedTime): { share: number; dedication: Dedication } | null {
  if (totalMs <= 0) return null;
  const share = Math.min(1, intoMs / totalMs);
  if (share >= dedicatedShare) return { share, dedication: 'dedicated' };
  return { share, dedication: share < swarmingShare ? 'swarming' : 'shared' };
}

/** Expectations against resources: open issues for each dedicated contributor; null without one. */
export function countIssuesPerDedicated(openIssues: number, contributors: readonly StartedTime[]): number | null {
  const dedicated = contributors.filter((times) => decideDedication(times)?.dedication === 'dedicated').length;
  return dedicated === 0 ? null : openIssues / dedicated;
}
