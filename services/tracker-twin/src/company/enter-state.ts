import type { Issue } from './issue.ts';
import type { WorkflowState } from './team.ts';

/** Puts an issue into a state. The dates Linear keeps on it tell of its present period only. */
export function enterState(issue: Issue, toState: WorkflowState, at: number): void {
  const last = issue.stateSpans.at(-1);
  if (last) last.endedAt = at;
  issue.stateSpans.push({ state: toState, startedAt: at, endedAt: null });
  const { type } = toState;
  if (issue.state.type === 'triage' && type !== 'triage') issue.triagedAt = at;
  if (type === 'triage') issue.startedTriageAt = at;
  if (type === 'started') issue.startedAt ??= at;
  else if (!isClosed(toState)) issue.startedAt = null;
  issue.completedAt = type === 'completed' ? (issue.completedAt ?? at) : null;
  issue.canceledAt = type === 'canceled' || type === 'duplicate' ? (issue.canceledAt ?? at) : null;
  issue.state = toState;
}

export function isClosed({ type }: WorkflowState): boolean {
  return type === 'completed' || type === 'canceled' || type === 'duplicate';
}
