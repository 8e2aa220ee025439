import type { Calendar, CourseParts, SumSubject } from '@speedtax/domain';
import type { ColumnType, JSONColumnType } from 'kysely';
import type { At, Day, InOrganization, MaybeAt } from './column-types.ts';

/** What is known of a connection's facts, and what is not: see the contract's coverage. */
export interface CoverageCounts {
  issues: number;
  issuesWithoutTeam: number;
  issuesWithUnknownStatus: number;
  issuesWithoutHistory: number;
  unseenIssues: number;
  /** With any of these gaps. */ issuesWithGap: number;
  dependencies: number;
  dependenciesWithUnknownStart: number;
  /** Issues of other trackers that are named without saying who blocks whom. */
  mentions: number;
  problems: number;
}
export type CoverageByConnection = Record<string, CoverageCounts>;

interface Derived extends InOrganization {
  engine_version: number;
}

/** What has ended of a subject in a month: `days` names the days that have anything, 0 for the first, and the other arrays go with it. */
type MonthSum<M extends string> = Derived & { month: Day; days: number[] } & Record<M, number> & Record<`${M}_by_day`, number[]>;

export interface DerivedTables {
  analysis: Derived & {
    data_cut_off_at: At;
    finished_at: At;
    duration_ms: number;
    coverage: JSONColumnType<CoverageByConnection>;
    /** Of the sums; null: figures from before calendars could be chosen. */
    calendar: ColumnType<Calendar | null, string | null | undefined>;
  };
  /** People and teams of a connection that figures know under the id of another connection's. */
  identity: Derived & { kind: 'person' | 'team'; id: string; canonical_id: string };
  /** The waits of a pair that began in a year (UTC): one element of each array a row of the engine's, in order of issue and start. */
  wait_year: Derived & {
    waiting_team_id: string;
    blocking_team_id: string;
    year: number;
    issue_ids: string[];
    from_at: Date[];
    /** Null while it lasts. */ to_at: (Date | null)[];
    /** The end of the last of them; null while any lasts. */ until_at: MaybeAt;
    shares: number[];
    /** See `waitKind`. */ kinds: number[];
    /** How many of `blocker_issue_ids` belong to this row and those before it. */ blocker_ends: number[];
    blocker_issue_ids: string[];
  };
  wait_episode: Derived & {
    issue_id: string;
    team_id: string;
    from_at: At;
    to_at: MaybeAt;
    /** Whoever blocked at some time of it: leads to `wait_year`. */ blocking_team_ids: string[];
  };
  /** When an issue of a team was marked as impeded, in play and not waiting. */
  flagged_span: Derived & { issue_id: string; team_id: string; from_at: At; to_at: MaybeAt };
  /** A team's completions of a year (UTC), in order of time; those of issues that were completed more than once apart. */
  completion_year: Derived & {
    team_id: string;
    year: number;
    is_repeated: boolean;
    issue_ids: string[];
    at: Date[];
    /** A bit for each, '1' or '0'. */ waited: string;
    reopened: string;
    is_defect: string;
  };
  /** How long the waits of a pair that began in the year up to the data cut-off took. */
  pair_quote: Derived & {
    waiting_team_id: string;
    blocking_team_id: string;
    waits: number;
    censored: number;
    median_ms: number | null;
    p85_ms: number | null;
    /** From this day on its oldest wait is no longer one of the year. */ drops_on: Day;
    /** When a lasting wait will have outlasted one that ended, at the earliest; null: never. */ outlasts_at: MaybeAt;
  };
  /** When issues of a project (nil: of none) were started and assigned to a person (nil: to nobody), from a year on; in order of issue and start. */
  started_span_year: Derived & {
    project_id: string;
    person_id: string;
    year: number;
    issue_ids: string[];
    from_at: Date[];
    /** Null while it lasts. */ to_at: (Date | null)[];
  };
  team_month_sum: MonthSum<'in_play_ms' | 'held_ms' | 'dragging_ms' | 'blocked_before_play_ms' | 'flagged_ms'> & { team_id: string };
  pair_month_sum: MonthSum<'waiting_ms' | 'root_ms' | 'unaccepted_ms' | 'queued_ms' | 'in_work_ms'> & {
    waiting_team_id: string;
    blocking_team_id: string;
  };
  initiative_month_sum: MonthSum<'clock_waiting_ms' | 'stalled_ms'> & { initiative_id: string };
  initiative_flag_month_sum: MonthSum<'flagged_ms'> & { initiative_id: string };
  initiative_team_month_sum: MonthSum<'in_play_ms' | 'waiting_ms'> & { initiative_id: string; team_id: string };
  /** Intervals that last to this day, by the day they began; see OpenSumColumns in the engine. */
  open_sum: Derived & {
    subject: SumSubject;
    a_id: string /** Nil UUID where the subject has one part. */;
    b_id: string;
    measure: string;
    since_day: Day;
    weight: number;
    offset_ms: number;
  };
  initiative_verdict: Derived & {
    initiative_id: string;
    ownership: 'single' | 'inferred' | 'diluted' | 'unowned';
    accountable_ids: string[];
    owner_span: number | null;
    single_threaded: boolean;
    issues: number;
    open_issues: number;
  };
  /** Events of a UTC month, see `PlayEvent` in the engine: doubles, little-endian, ascending. */
  initiative_play: Derived & { initiative_id: string; month: Day; events: Buffer };
  /**
   * The parts add up to the time from start to end, or to `settled_at` where it lasts: `growing_part` grows from there on with the clock.
   * Null where one of the two is not known.
   */
  initiative_course: Derived & {
    initiative_id: string;
    start_at: MaybeAt;
    start_source: 'tracker' | 'first_in_play' | null;
    end_at: MaybeAt;
    is_completed: boolean;
    first_value_at: MaybeAt;
    working_ms: number | null;
    waiting_on_others_ms: number | null;
    waiting_inside_ms: number | null;
    idle_ms: number | null;
    not_started_ms: number | null;
    /** It goes on: it ends at the data cut-off, and `end_at` is null. */ is_lasting: boolean;
    settled_at: MaybeAt;
    growing_part: keyof CourseParts | null;
  };
  initiative_blocker: Derived & {
    initiative_id: string;
    blocker_issue_id: string;
    is_external: boolean;
    since_at: At;
    blocked_issue_ids: string[];
  };
  deadlock: Derived & { deadlock_no: number; issue_id: string };
}
