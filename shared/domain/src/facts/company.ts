/**
 * The facts of one organization as the engine reads them: columns, not objects, because a million issues
 * must fit in a few hundred megabytes. Positions are dense indexes (0 … count − 1); the ids they stand for
 * are kept once, in `ids`, and never enter a computation. Instants are milliseconds since the epoch, UTC.
 */
export interface Company {
  readonly ids: CompanyIds;
  readonly issues: IssueColumns;
  readonly dependencies: DependencyColumns;
  readonly projects: readonly ProjectFacts[];
  readonly initiatives: readonly InitiativeFacts[];
  readonly people: readonly PersonFacts[];
}

export interface CompanyIds {
  readonly teams: readonly string[];
  readonly issues: IdColumn;
  readonly projects: readonly string[];
  readonly initiatives: readonly string[];
  readonly people: readonly string[];
}

/** Ids by position: an array of texts, or what makes them when asked. */
export interface IdColumn {
  readonly length: number;
  at(place: number): string | undefined;
}

export interface IssueColumns {
  readonly count: number;
  readonly createdAt: Float64Array;
  /** Index into `projects`, −1 for none. */
  readonly project: Int32Array;
  /** Bits of `issueFlag`. */
  readonly flags: Uint8Array;
  readonly status: StepColumns;
  readonly team: StepColumns;
  /** Deleted, trashed or archived (1) or back again (0). Most issues have no step here: they never were. */
  readonly closed: StepColumns;
  /** Marked as impeded (1) or no more (0). Left out: nobody ever marked anything. */
  readonly flagged?: StepColumns;
  /** Index into `people`. Left out: not read, so that nobody's work is known. */
  readonly assignee?: StepColumns;
}

export const issueFlag = { defect: 1 } as const;

/**
 * One step function per issue: the steps of issue `i` are rows `offset[i]` to `offset[i + 1] − 1`, sorted by
 * `at`. The first step of a status or team holds from creation on. Of several steps at one instant the last one holds.
 */
export interface StepColumns {
  readonly offset: Int32Array;
  readonly at: Float64Array;
  /** Status: `statusCategoryCode`. Team: index into `ids.teams`. −1: not known. */
  readonly value: Int32Array;
}

export interface DependencyColumns {
  readonly count: number;
  readonly blocker: Int32Array;
  readonly blocked: Int32Array;
  readonly from: Float64Array;
  /** Infinity: the link still stands. */
  readonly to: Float64Array;
  /** Links whose start is not known: they have no row here, are never taxed, and lower the coverage. */
  readonly unknownStarts: number;
}

export interface PersonFacts {
  readonly active: boolean;
  /** Today's teams of this person. */
  readonly teams: readonly number[];
}

export type PlanStatus = 'planned' | 'active' | 'completed' | 'canceled';

export interface ProjectFacts {
  /** Index into `people`, −1 for none. */
  readonly lead: number;
  readonly status: PlanStatus;
  readonly initiatives: readonly number[];
  /** Left out: not known, so that the past is taken to have been like today. */
  readonly dates?: PlanDates;
}

export interface InitiativeFacts {
  /** Index into `people`, −1 for none. */
  readonly owner: number;
  readonly status: PlanStatus;
  readonly parents: readonly number[];
  readonly dates?: PlanDates;
  /** In order of time. */
  readonly ownerChanges?: readonly OwnerChange[];
}

/** When a plan was made, begun and completed; null: it was not, or it is not known. */
export interface PlanDates {
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
}

/** Indexes into `people`, −1 for none. */
export interface OwnerChange {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
