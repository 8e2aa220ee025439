import { hash } from 'node:crypto';
import type { JiraSite } from './jira-site.ts';

/**
 * Names everything of a site on which the rows of an item depend that was mapped before: where it is another one, all that is
 * kept is to be mapped again. What only concerns items still to come (keys of new plans) is not in it, nor what only plans depend
 * on: they are put together anew each time.
 */
export function digestSite(site: JiraSite): string {
  const awaited = [...site.awaitedPlanKeys].flatMap((key) => (site.planIds.has(key) ? [[key, site.planIds.get(key)]] : []));
  const parts = [
    site.browseUrl,
    site.mapping,
    site.fields,
    sorted(site.statuses.values(), ({ id, category, name }) => [id, category, name]),
    sorted(site.linkTypes.values(), ({ id, blocks, inward, outward }) => [id, blocks, inward, outward]),
    site.phrases.past(),
    sorted(site.issueTypes.values(), ({ id, level, isDefect }) => [id, level, isDefect]),
    sorted(site.projects.values(), ({ id, key, name }) => [id, key, name]),
    sorted(site.sprints.values(), ({ id, begunAt }) => [id, begunAt]).filter(([, begunAt]) => begunAt !== null),
    [...site.sprintProjects].sort(),
    [...site.priorities].sort(),
    [...site.personIds].sort(),
    awaited.sort(),
  ];
  return hash('sha256', JSON.stringify(parts), 'hex');
}

function sorted<T>(items: Iterable<T>, tell: (item: T) => readonly [string, ...unknown[]]): (readonly [string, ...unknown[]])[] {
  return [...items].map(tell).sort(([a], [b]) => (a < b ? -1 : 1));
}
