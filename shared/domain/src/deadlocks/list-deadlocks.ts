import { groupRows } from '../columns/group-rows.ts';
import { listStrongComponents } from '../graph/strong-components.ts';
import type { Links } from '../waiting/links.ts';

/** Cycles of cross-team dependencies in force now (`inForce`: links), each as its issues in ascending order. */
export function listDeadlocks(links: Links, inForce: readonly number[]): number[][] {
  // Only the issues at the ends of these links: few of all there are.
  const issues = [...new Set(inForce.flatMap((link) => [links.blocked[link]!, links.blocker[link]!]))];
  const nodeOf = new Map(issues.map((issue, node) => [issue, node]));
  const waiter = Int32Array.from(inForce, (link) => nodeOf.get(links.blocked[link]!)!);
  const { offset, rows } = groupRows(waiter, issues.length);
  const target = Int32Array.from(rows, (row) => nodeOf.get(links.blocker[inForce[row]!]!)!);
  return listStrongComponents({ offset, target })
    .filter((component) => component.length > 1)
    .map((component) => component.map((node) => issues[node]!).sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);
}
