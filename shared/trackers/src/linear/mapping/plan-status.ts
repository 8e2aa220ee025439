import type { PlanStatusName } from '../../fact-rows.ts';
import type { MappingProblem } from '../../mapped.ts';

const statuses: ReadonlyMap<string, PlanStatusName> = new Map([
  ['proposed', 'planned'],
  ['backlog', 'planned'],
  ['planned', 'planned'],
  ['active', 'active'],
  ['started', 'active'],
  ['paused', 'active'],
  ['completed', 'completed'],
  ['canceled', 'canceled'],
]);

/** Status of an initiative or project in our words. One we do not know counts as planned: it decides the least. */
export function planStatus(trackerStatus: string, subject: string): { status: PlanStatusName; problems: MappingProblem[] } {
  const status = statuses.get(trackerStatus.toLowerCase());
  if (status) return { status, problems: [] };
  return { status: 'planned', problems: [{ kind: 'unknown-plan-status', subject, detail: `status '${trackerStatus}' is none we know` }] };
}
