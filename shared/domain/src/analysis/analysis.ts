import type { LeadTimeQuote } from '../quotes/estimate-lead-time.ts';
import type { QuoteStanding } from '../quotes/find-standing.ts';

/**
 * What the engine finds in a company's facts, as columns. Nothing here is clipped to a window: intervals run
 * until they end, and `to` is Infinity where they last to this day. Storage keeps the parts that ended as
 * daily sums and the open ones as growing sums, so that any window of days is a sum of rows.
 */
export interface Analysis {
  readonly waits: WaitColumns;
  readonly episodes: EpisodeColumns;
  readonly completions: CompletionColumns;
  readonly quotes: readonly PairQuote[];
  readonly startedSpans: StartedSpanColumns;
  readonly flagged: FlaggedColumns;
  readonly sums: DailySums;
  readonly openSums: OpenSums;
  readonly initiatives: readonly InitiativeVerdict[];
  /** One per initiative. */
  readonly courses: readonly InitiativeCourse[];
  readonly plays: PlayColumns;
  readonly deadlocks: readonly (readonly number[])[];
  readonly coverage: CoverageCounts;
  readonly problems: readonly EngineProblem[];
}

/** One row per issue, interval and blocking team: the evidence behind every waiting figure. */
export interface WaitColumns {
  readonly count: number;
  readonly issue: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly waitingTeam: Int32Array;
  readonly blockingTeam: Int32Array;
  /** `1 / n` where n distinct teams block at once. */
  readonly share: Float64Array;
  /** Code of `waitPhases`: is the waiting issue held (unstarted) or dragging (started)? */
  readonly phase: Uint8Array;
  /** Code of `anatomies`: what the blocking team is doing about it. */
  readonly anatomy: Uint8Array;
  /** The blocking issues of that team in this interval: rows `blockerOffset[r]` to `blockerOffset[r + 1] − 1`. */
  readonly blockerOffset: Int32Array;
  readonly blocker: Int32Array;
}

export const waitPhases = ['held', 'dragging'] as const;
export type WaitPhase = (typeof waitPhases)[number];
export const anatomies = ['unaccepted', 'queued', 'in_work'] as const;
export type Anatomy = (typeof anatomies)[number];

/** Maximal intervals in which an issue, owned by one team, waits without a break. */
export interface EpisodeColumns {
  readonly count: number;
  readonly issue: Int32Array;
  readonly team: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** One row per time an issue was completed. */
export interface CompletionColumns {
  readonly count: number;
  readonly issue: Int32Array;
  readonly team: Int32Array;
  readonly at: Float64Array;
  /** Bits of `completionFlag`. */
  readonly flags: Uint8Array;
}
export const completionFlag = { waited: 1, reopened: 2, defect: 4 } as const;

/** Maximal intervals in which an issue was started and assigned to one person, or to nobody (−1). */
export interface StartedSpanColumns {
  readonly count: number;
  readonly issue: Int32Array;
  readonly person: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** Maximal intervals in which an issue in play, owned by one team, was marked as impeded and did not wait. Those of an issue one after another. */
export interface FlaggedColumns {
  readonly count: number;
  readonly issue: Int32Array;
  readonly team: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** How long the waits of a pair that began in the last year took. */
export interface PairQuote extends LeadTimeQuote {
  readonly waitingTeam: number;
  readonly blockingTeam: number;
  readonly standing: QuoteStanding;
}

/** What is summed, per subject. Team: the team. Pair: waiting team, blocking team. Initiative: the initiative. */
export const teamMeasures = ['inPlayMs', 'heldMs', 'draggingMs', 'blockedBeforePlayMs', 'flaggedMs'] as const;
export const pairMeasures = ['waitingMs', 'rootMs', 'unacceptedMs', 'queuedMs', 'inWorkMs'] as const;
export const initiativeMeasures = ['clockWaitingMs', 'stalledMs'] as const;
export const initiativeTeamMeasures = ['inPlayMs', 'waitingMs'] as const;

/** Of an initiative apart: hardly anything is ever flagged, and what is not costs nothing. */
export const initiativeFlagMeasures = ['flaggedMs'] as const;

export type SumSubject = 'team' | 'pair' | 'initiative' | 'initiativeTeam' | 'initiativeFlag';
export const measuresOf = {
  team: teamMeasures,
  pair: pairMeasures,
  initiative: initiativeMeasures,
  initiativeTeam: initiativeTeamMeasures,
  initiativeFlag: initiativeFlagMeasures,
} as const satisfies Record<SumSubject, readonly string[]>;

/** Intervals that have ended, cut at the organization's midnights. `a` and `b` name the subject; `b` is −1 where it has one part. */
export interface DailySumColumns {
  readonly count: number;
  /** Days since 1970-01-01 in the organization's calendar. */
  readonly day: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** One column per measure of the subject, in the order of `measuresOf`. */
  readonly values: readonly Float64Array[];
}
export type DailySums = Readonly<Record<SumSubject, DailySumColumns>>;

/**
 * Intervals that last to this day, gathered by the day they began: `weight` of them run, and they began
 * `offsetMs` (summed, weighted) after that day's midnight. They grow with the clock; no row is rewritten.
 */
export interface OpenSumColumns {
  readonly count: number;
  readonly sinceDay: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Index into `measuresOf[subject]`. */
  readonly measure: Uint8Array;
  readonly weight: Float64Array;
  readonly offsetMs: Float64Array;
}
export type OpenSums = Readonly<Record<SumSubject, OpenSumColumns>>;

export type Ownership = 'single' | 'inferred' | 'diluted' | 'unowned';

/** Who is accountable for an initiative, and what blocks it now. Figures over time come from the sums. */
export interface InitiativeVerdict {
  readonly ownership: Ownership;
  /** Indexes into `people`: the owner, the inferred one, or the several of a diluted initiative. */
  readonly accountable: readonly number[];
  /** Active initiatives that the accountable person is accountable for; null unless there is exactly one person. */
  readonly ownerSpan: number | null;
  readonly singleThreaded: boolean;
  readonly blockers: readonly InitiativeBlocker[];
  readonly issues: number;
  readonly openIssues: number;
}

/** An initiative's calendar time from its start to its completion, or to the data cut-off. Instants in milliseconds; null: not, or not known. */
export interface InitiativeCourse {
  readonly startAt: number | null;
  readonly startSource: 'tracker' | 'first_in_play' | null;
  /** Null where it has ended, but not when is known. */
  readonly endAt: number | null;
  readonly isCompleted: boolean;
  /** Its first issue completed from the start on. */
  readonly firstValueAt: number | null;
  /** They add up to the time from start to end; null where one of the two is not known. */
  readonly parts: CourseParts | null;
  /** It goes on: `endAt` is the data cut-off. */
  readonly isLasting: boolean;
  /** Of a lasting one with a start: its parts up to the last event in it, and the part that grows with the clock from there on. */
  readonly settled: { readonly since: number; readonly part: keyof CourseParts; readonly parts: CourseParts } | null;
}

/**
 * What began and ended in each initiative: events of initiative `n` (see `PlayEvent`) are rows `offset[n]` to `offset[n + 1] − 1`, sorted.
 * Clock waiting, stalled time and courses follow from them alone. They are additive: what an issue brings can be taken out again.
 */
export interface PlayColumns {
  readonly offset: Int32Array;
  readonly event: Float64Array;
}

export const courseParts = ['workingMs', 'waitingOnOthersMs', 'waitingInsideMs', 'idleMs', 'notStartedMs'] as const;
export type CourseParts = Readonly<Record<(typeof courseParts)[number], number>>;

export interface InitiativeBlocker {
  readonly issue: number;
  readonly external: boolean;
  /** When its oldest cross-team dependency onto the initiative came in force. */
  readonly since: number;
  readonly blockedIssues: readonly number[];
}

export interface CoverageCounts {
  readonly issues: number;
  readonly issuesWithoutTeam: number;
  readonly issuesWithUnknownStatus: number;
  readonly dependencies: number;
  readonly dependenciesWithUnknownStart: number;
}

export interface EngineProblem {
  readonly kind: 'self-dependency' | 'steps-out-of-order' | 'ends-before-start';
  readonly issue: number;
}
