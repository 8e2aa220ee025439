import type { Lookup } from './instant.ts';
import type { WorldIssue } from './world.ts';

/**
 * The teams that a wait belongs to at bottom: follow blockers of any team down to issues that nothing blocks. Where a
 * cycle has no way out, the cycle is the root. Roots of unknown team do not count; where none is known, the wait stays
 * with the teams that block it directly.
 */
export function rootTeams(lookup: Lookup, issue: WorldIssue, t: number): string[] {
  const below = reach(lookup, lookup.crossTeamBlockers(issue, t), t);
  const roots = below.filter((candidate) => {
    const further = reach(lookup, lookup.blockers(candidate, t), t);
    // A root reaches nothing, or only issues that reach it back: a cycle with no way out.
    return further.every((f) => reach(lookup, lookup.blockers(f, t), t).includes(candidate));
  });
  const teams = distinct(roots.map((root) => lookup.team(root, t)));
  return teams.length > 0 ? teams : distinct(lookup.crossTeamBlockers(issue, t).map((blocker) => lookup.team(blocker, t)));
}

export function reach(lookup: Lookup, from: WorldIssue[], t: number): WorldIssue[] {
  const seen = new Set<WorldIssue>();
  const queue = [...from];
  for (let at = queue.pop(); at; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    queue.push(...lookup.blockers(at, t));
  }
  return [...seen];
}

export function distinct(teams: (string | null)[]): string[] {
  return [...new Set(teams.filter((team): team is string => team !== null))].sort();
}
