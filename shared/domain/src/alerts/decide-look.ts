/** What an organization's alerts were last compared with. */
export interface Watch {
  /** The instant the facts held for. */
  readonly at: number;
  readonly engineVersion: number;
  /** How days and durations were measured, as text. */
  readonly calendar: string;
}

export interface LookEvidence extends Watch {
  /** A connection fails, is refused, or is read for the first time beside others. */
  readonly isPartial: boolean;
  /** What has been read is a first reading, or a new reading of what was there before. */
  readonly isBackfill: boolean;
}

/** `skip`: no sync has brought anything since. `baseline`: it is noted, and nobody is told. */
export type Look = 'skip' | 'unknown' | 'baseline' | 'compare';

/** How figures that have just been found are to be looked at. */
export function decideLook(watch: Watch | null, evidence: LookEvidence): Look {
  if (evidence.isPartial) return 'unknown';
  if (watch === null || evidence.isBackfill) return 'baseline';
  if (watch.engineVersion !== evidence.engineVersion || watch.calendar !== evidence.calendar) return 'baseline';
  return evidence.at > watch.at ? 'compare' : 'skip';
}
