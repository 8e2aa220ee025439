/**
 * A company as plain objects, for the literal reference. It shares no type and no code with the engine, so that
 * a mistake has to be made twice to go unseen. Instants are milliseconds since the epoch.
 */
export interface World {
  teams: string[];
  people: { id: string; active: boolean; teams: string[] }[];
  initiatives: {
    id: string;
    owner: string | null;
    status: PlanStatus;
    parents: string[];
    startedAt?: number | null;
    completedAt?: number | null;
  }[];
  projects: { id: string; lead: string | null; status: PlanStatus; initiatives: string[] }[];
  issues: WorldIssue[];
  dependencies: WorldDependency[];
  /** Of projects, as the tracker says. Left out: none. */
  projectDependencies?: WorldDependency[];
}

export type PlanStatus = 'planned' | 'active' | 'completed' | 'canceled';
export type Category = 'triage' | 'backlog' | 'unstarted' | 'started' | 'completed' | 'canceled';

export interface WorldIssue {
  id: string;
  createdAt: number;
  /** While deleted, trashed or archived; `to` null: to this day. */
  closed: { from: number; to: number | null }[];
  project: string | null;
  defect: boolean;
  /** In the order they happened; the first holds from creation on. */
  statuses: { at: number; category: Category | null }[];
  teams: { at: number; team: string | null }[];
  /** While marked as impeded; `to` null: to this day. Left out: never. */
  flagged?: { from: number; to: number | null }[];
  /** Left out: nobody. */
  assignees?: { at: number; person: string | null }[];
}

export interface WorldDependency {
  blocker: string;
  blocked: string;
  from: number;
  to: number | null;
}

export interface Window {
  from: number;
  to: number;
  /** Nothing after this instant is known. */
  now: number;
  /** How long an interval lasted, in milliseconds; calendar time where left out. */
  measure?: (from: number, to: number) => number;
}
