import type { FactRows, IssueRow, PersonRow, StatusRow, TeamRow } from './fact-rows.ts';

/** Something of the tracker that could not be read or is not known to us: counted and shown, never guessed. */
export interface MappingProblem {
  readonly kind:
    | 'malformed-item'
    | 'unknown-status-type'
    | 'unknown-plan-status'
    | 'unknown-link-code'
    /** A kind of link that sounds like blocking and does not say in which direction. */
    | 'link-without-direction'
    /** A link between an issue and a plan, or between plans that no figure knows. */
    | 'link-between-levels'
    /** What an issue carries says several teams. */
    | 'ambiguous-team'
    /** Something that is good to have, which the tracker does not tell, or not to these credentials. */
    | 'list-not-offered'
    /** A history of which the tracker shows a part only. */
    | 'history-cut'
    /** Pages of the tracker that held fewer items than it counts. */
    | 'pages-incomplete'
    /** A plan above those that count as initiatives. */
    | 'plan-above-initiatives';
  /** The item it is about, in the tracker's words. */
  readonly subject: string;
  readonly detail: string;
}

/** Rows for things that were only mentioned: to be stored where nothing is known of them, and never over something known. */
export interface Placeholders {
  readonly workflow_status: readonly StatusRow[];
  readonly issue: readonly IssueRow[];
  readonly person: readonly PersonRow[];
  readonly team: readonly TeamRow[];
}

/** Our ids of what an item is not (any more): an issue may become a plan, and a plan an issue. Rows of that id are to go. */
export interface NoLonger {
  readonly issue: readonly string[];
  readonly project: readonly string[];
  readonly initiative: readonly string[];
}

/** What items of the tracker say, as rows of facts. */
export interface Mapped {
  readonly rows: Partial<FactRows>;
  readonly placeholders?: Partial<Placeholders>;
  readonly noLonger?: Partial<NoLonger>;
  readonly problems?: readonly MappingProblem[];
}
