import type { World } from './world.ts';

/** What anybody could have written down of a world at an instant. */
export function worldAsOf(world: World, t: number): World {
  const issues = world.issues
    .filter((issue) => issue.createdAt <= t)
    .map((issue) => ({
      ...issue,
      statuses: issue.statuses.filter((step) => step.at <= t),
      teams: issue.teams.filter((step) => step.at <= t),
      flagged: (issue.flagged ?? [])
        .filter((span) => span.from <= t)
        .map((span) => ({ from: span.from, to: span.to !== null && span.to <= t ? span.to : null })),
      closed: issue.closed
        .filter((gap) => gap.from <= t)
        .map((gap) => ({ from: gap.from, to: gap.to !== null && gap.to <= t ? gap.to : null })),
    }));
  const there = new Set(issues.map((issue) => issue.id));
  const dependencies = world.dependencies
    .filter((link) => link.from <= t && there.has(link.blocker) && there.has(link.blocked))
    .map((link) => ({ ...link, to: link.to !== null && link.to <= t ? link.to : null }));
  return { ...world, issues, dependencies };
}
