import { compareIds } from './wait-set.ts';

/** Which teams are one: those named together, and those that are one with a team named twice. */
export interface TeamGroups {
  /** The group a team is in; a team that is not merged is its own. Named by the smallest id in it. */
  groupOf(teamId: string): string;
}

export function mergeTeams(merges: readonly (readonly string[])[]): TeamGroups {
  const parentOf = new Map<string, string>();
  const groupOf = (teamId: string): string => {
    let group = teamId;
    for (let parent = parentOf.get(group); parent !== undefined; parent = parentOf.get(group)) group = parent;
    return group;
  };
  for (const [first, ...others] of merges) {
    for (const other of others) {
      const [group, joining] = [groupOf(first!), groupOf(other)].sort(compareIds);
      if (group !== joining) parentOf.set(joining!, group!);
    }
  }
  return { groupOf };
}
