import type { AlertState, Edge, ToldEdge } from './alert-state.ts';
import { isSettled } from './turn.ts';

/** More than a message or a person could hold. */
const mostEdges = 500;

/** What blocks now and did not when it was last quiet. */
export function listAddedEdges({ quietEdges }: Pick<AlertState, 'quietEdges'>, edges: readonly Edge[]): Edge[] {
  const before = new Set(quietEdges);
  return edges.filter((edge) => !before.has(edge)).slice(0, mostEdges);
}

export function limitEdges(edges: readonly Edge[]): Edge[] {
  return edges.slice(0, mostEdges);
}

/** What has been told of is watched until it has been gone through two syncs: `freed`, once. */
export function followToldEdges(told: readonly ToldEdge[], edges: readonly Edge[], at: number): { told: ToldEdge[]; freed: Edge[] } {
  const present = new Set(edges);
  const followed = told.map(({ edge, goneSince }) => ({ edge, goneSince: present.has(edge) ? null : (goneSince ?? at) }));
  const isGone = ({ goneSince }: ToldEdge): boolean => goneSince !== null && isSettled(goneSince, at);
  return { told: followed.filter((one) => !isGone(one)), freed: followed.filter(isGone).map(({ edge }) => edge) };
}

/** Everything that blocks anew is told of with the alert, and watched from then on. */
export function tellEdges(told: readonly ToldEdge[], added: readonly Edge[]): ToldEdge[] {
  const known = new Set(told.map(({ edge }) => edge));
  return [...told, ...added.filter((edge) => !known.has(edge)).map((edge) => ({ edge, goneSince: null }))].slice(0, mostEdges);
}
