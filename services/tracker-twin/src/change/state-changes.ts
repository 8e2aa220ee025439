import type { Company } from '../company/company.ts';
import type { WorkflowState } from '../company/team.ts';

export function renameState(company: Company, state: WorkflowState, name: string, at: number): void {
  state.formerNames = [...(state.formerNames ?? []), { name: state.name, until: at }];
  state.name = name;
  company.states.touch(state, at);
}

/** Takes a state out of its team's workflow: nothing comes into it any more, and histories still tell of it. */
export function retireState(company: Company, state: WorkflowState, at: number): void {
  const inIt = company.issues.all.find((issue) => issue.state === state);
  if (inIt) throw new Error(`State ${state.name} still holds ${inIt.identifier}`);
  state.archivedAt = at;
  state.team.states.splice(state.team.states.indexOf(state), 1);
  company.states.touch(state, at);
}
