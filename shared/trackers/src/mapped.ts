import type { FactRows, IssueRow, StatusRow } from './fact-rows.ts';

/** Something of the tracker that could not be read or is not known to us: counted and shown, never guessed. */
export interface MappingProblem {
  readonly kind: 'malformed-item' | 'unknown-status-type' | 'unknown-plan-status' | 'unknown-link-code';
  /** The item it is about, in the tracker's words. */
  readonly subject: string;
  readonly detail: string;
}

/** Rows for things that were only mentioned: to be stored where nothing is known of them, and never over something known. */
export interface Placeholders {
  readonly workflow_status: readonly StatusRow[];
  readonly issue: readonly IssueRow[];
}

/** What items of the tracker say, as rows of facts. */
export interface Mapped {
  readonly rows: Partial<FactRows>;
  readonly placeholders?: Partial<Placeholders>;
  readonly problems?: readonly MappingProblem[];
}
