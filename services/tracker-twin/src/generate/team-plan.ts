import type { Team, WorkflowState } from '../company/team.ts';
import type { Area } from './areas.ts';
import type { Person } from './people.ts';

/** A team as the generator knows it: how it works and whom it needs. */
export interface TeamPlan {
  readonly team: Team;
  readonly area: Area;
  readonly habits: Habits;
  readonly people: readonly Person[];
  readonly offsetHours: number;
  readonly states: StatesByRole;
  /** Whom it waits for, and how often: the chance that one of its issues does. */
  needs: readonly Need[];
}

export interface Need {
  readonly on: TeamPlan;
  readonly chance: number;
}

/** Medians in days, and chances. */
export interface Habits {
  /** Issues per person, against the others. */
  readonly pace: number;
  readonly backlogDays: number;
  readonly queueDays: number;
  readonly workDays: number;
  readonly reviewDays: number;
  readonly triageChance: number;
  readonly bugShare: number;
  readonly reopenChance: number;
  readonly cycleWeeks: 0 | 1 | 2 | 3;
  readonly autoArchiveMonths: number;
  readonly estimates: boolean;
}

export type Role =
  | 'triage'
  | 'backlog'
  | 'icebox'
  | 'todo'
  | 'ready'
  | 'progress'
  | 'review'
  | 'testing'
  | 'done'
  | 'released'
  | 'canceled'
  | 'wontfix'
  | 'duplicate';

/** The states a team has; where it lacks one, that of the next best meaning. */
export type StatesByRole = Readonly<Record<Role, WorkflowState>>;
