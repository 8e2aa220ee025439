import type { Sprint } from '../site/sprints.ts';

/** As Cloud and the agile endpoints show it; a sprint to come has no start. */
export function presentSprint({ id, name, state, boardId, cycle }: Sprint) {
  const dates = { startDate: toIso(cycle.startsAt), endDate: toIso(cycle.endsAt) };
  const completeDate = toIso(cycle.completedAt ?? cycle.endsAt);
  return { id, name, state, boardId, goal: '', ...(state !== 'future' && dates), ...(state === 'closed' && { completeDate }) };
}

/** As Data Center shows it in an issue: its memory, written out. */
export function writeSprint({ id, name, state, boardId, cycle }: Sprint): string {
  const startDate = state === 'future' ? '<null>' : toIso(cycle.startsAt);
  const endDate = state === 'future' ? '<null>' : toIso(cycle.endsAt);
  const completeDate = state === 'closed' ? toIso(cycle.completedAt ?? cycle.endsAt) : '<null>';
  const parts = { id, rapidViewId: boardId, state: state.toUpperCase(), name, startDate, endDate, completeDate, sequence: id, goal: '' };
  const text = Object.entries(parts).map(([part, value]) => `${part}=${value}`);
  return `com.atlassian.greenhopper.service.sprint.Sprint@${id.toString(16)}[${text.join(',')}]`;
}

function toIso(at: number): string {
  return new Date(at).toISOString();
}
