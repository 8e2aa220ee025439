import type { Entity } from './company.ts';

export interface Organization extends Entity {
  name: string;
  urlKey: string;
}

export interface User extends Entity {
  name: string;
  displayName: string;
  email: string;
  title: string | null;
  timezone: string;
  active: boolean;
  admin: boolean;
  app: boolean;
  guest: boolean;
  owner: boolean;
  memberships: TeamMembership[];
}

export interface Team extends Entity {
  key: string;
  name: string;
  color: string;
  visibility: 'public' | 'private' | 'restricted';
  timezone: string;
  retiredAt: number | null;
  parent: Team | null;
  children: Team[];
  triageEnabled: boolean;
  cyclesEnabled: boolean;
  /** Weeks. */
  cycleDuration: number;
  /** Months after which closed issues are archived. */
  autoArchivePeriod: number;
  /** The number the next issue of the team gets. */
  nextNumber: number;
  states: WorkflowState[];
  cycles: Cycle[];
  memberships: TeamMembership[];
}

export interface TeamMembership extends Entity {
  team: Team;
  user: User;
  owner: boolean;
  sortOrder: number;
}

export type StateType = 'triage' | 'backlog' | 'unstarted' | 'started' | 'completed' | 'canceled' | 'duplicate';

export interface WorkflowState extends Entity {
  name: string;
  type: StateType;
  position: number;
  color: string;
  team: Team;
  inheritedFrom: WorkflowState | null;
  /** What it was called, oldest first: Linear forgets, Jira's histories do not. */
  formerNames?: FormerName[];
}

export interface FormerName {
  readonly name: string;
  readonly until: number;
}

export interface Cycle extends Entity {
  number: number;
  name: string | null;
  startsAt: number;
  endsAt: number;
  completedAt: number | null;
  team: Team;
}
