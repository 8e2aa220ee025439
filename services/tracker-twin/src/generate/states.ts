import type { Company } from '../company/company.ts';
import type { StateType, Team, WorkflowState } from '../company/team.ts';
import type { Random } from './random.ts';
import type { Role, StatesByRole } from './team-plan.ts';

interface StateSpec {
  readonly role: Role;
  readonly type: StateType;
  readonly names: readonly string[];
  /** The role that stands in for it where the team does without. */
  readonly insteadOf?: Role;
  readonly chance: number;
  readonly color: string;
}

const SPECS: readonly StateSpec[] = [
  { role: 'triage', type: 'triage', names: ['Triage', 'Inbox'], chance: 1, color: '#f2994a' },
  { role: 'backlog', type: 'backlog', names: ['Backlog'], chance: 1, color: '#bec2c8' },
  { role: 'icebox', type: 'backlog', names: ['Icebox', 'Ideas'], insteadOf: 'backlog', chance: 0.35, color: '#95a2b3' },
  { role: 'todo', type: 'unstarted', names: ['Todo', 'Up Next', 'Selected'], chance: 1, color: '#e2e2e2' },
  { role: 'ready', type: 'unstarted', names: ['Ready', 'Ready for Dev'], insteadOf: 'todo', chance: 0.4, color: '#d0d0d0' },
  { role: 'progress', type: 'started', names: ['In Progress', 'Doing', 'In Development'], chance: 1, color: '#f2c94c' },
  { role: 'review', type: 'started', names: ['In Review', 'Code Review'], insteadOf: 'progress', chance: 0.85, color: '#0f783c' },
  { role: 'testing', type: 'started', names: ['In QA', 'Testing', 'Ready to Ship'], insteadOf: 'review', chance: 0.4, color: '#4cb782' },
  { role: 'done', type: 'completed', names: ['Done', 'Merged'], chance: 1, color: '#5e6ad2' },
  { role: 'released', type: 'completed', names: ['Released', 'Shipped'], insteadOf: 'done', chance: 0.35, color: '#26b5ce' },
  { role: 'canceled', type: 'canceled', names: ['Canceled', 'Rejected'], chance: 1, color: '#95a2b3' },
  { role: 'wontfix', type: 'canceled', names: ["Won't Do", 'Obsolete'], insteadOf: 'canceled', chance: 0.4, color: '#8a8f98' },
  { role: 'duplicate', type: 'duplicate', names: ['Duplicate'], chance: 1, color: '#95a2b3' },
];

/** A team's own workflow: every category at least once, some of them twice. */
export function makeStates(company: Company, team: Team, random: Random): StatesByRole {
  const states: Partial<Record<Role, WorkflowState>> = {};
  for (const [place, spec] of SPECS.entries()) {
    if (spec.insteadOf && !random.chance(spec.chance)) {
      states[spec.role] = states[spec.insteadOf] as WorkflowState;
      continue;
    }
    const state: WorkflowState = {
      id: company.nextId('state'),
      name: random.chance(0.7) ? (spec.names[0] as string) : random.pick(spec.names),
      type: spec.type,
      position: place * 1000,
      color: spec.color,
      team,
      inheritedFrom: null,
      createdAt: team.createdAt,
      updatedAt: team.createdAt,
      archivedAt: null,
    };
    states[spec.role] = company.states.add(state);
    team.states.push(state);
  }
  return states as StatesByRole;
}
