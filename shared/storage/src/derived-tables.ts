import type { JSONColumnType } from 'kysely';
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
  problems: number;
}
export type CoverageByConnection = Record<string, CoverageCounts>;

interface Derived extends InOrganization {
  engine_version: number;
}

export interface DerivedTables {
  analysis: Derived & { data_cut_off_at: At; finished_at: At; duration_ms: number; coverage: JSONColumnType<CoverageByConnection> };
  wait: Derived & {
    issue_id: string;
    from_at: At;
    to_at: MaybeAt;
    waiting_team_id: string;
    blocking_team_id: string;
    share: number;
    phase: 'held' | 'dragging';
    anatomy: 'unaccepted' | 'queued' | 'in_work';
    blocker_issue_ids: string[];
  };
  wait_episode: Derived & { issue_id: string; team_id: string; from_at: At; to_at: MaybeAt };
  issue_completion: Derived & {
    issue_id: string;
    team_id: string;
    at: At;
    waited: boolean;
    reopened: boolean;
    is_defect: boolean;
  };
  /** How long the waits of a pair that began in the year up to the data cut-off took. */
  pair_quote: Derived & {
    waiting_team_id: string;
    blocking_team_id: string;
    waits: number;
    censored: number;
    median_ms: number | null;
    p85_ms: number | null;
  };
  team_day_sum: Derived & {
    day: Day;
    team_id: string;
    in_play_ms: number;
    held_ms: number;
    dragging_ms: number;
    blocked_before_play_ms: number;
  };
  pair_day_sum: Derived & {
    day: Day;
    waiting_team_id: string;
    blocking_team_id: string;
    waiting_ms: number;
    root_ms: number;
    unaccepted_ms: number;
    queued_ms: number;
    in_work_ms: number;
  };
  initiative_day_sum: Derived & { day: Day; initiative_id: string; clock_waiting_ms: number; stalled_ms: number };
  initiative_team_day_sum: Derived & { day: Day; initiative_id: string; team_id: string; in_play_ms: number; waiting_ms: number };
  /** Intervals that last to this day, by the day they began; see OpenSumColumns in the engine. */
  open_sum: Derived & {
    subject: 'team' | 'pair' | 'initiative' | 'initiativeTeam';
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
  initiative_blocker: Derived & {
    initiative_id: string;
    blocker_issue_id: string;
    is_external: boolean;
    since_at: At;
    blocked_issue_ids: string[];
  };
  deadlock: Derived & { deadlock_no: number; issue_id: string };
}
