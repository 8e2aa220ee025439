import { projectsOf } from './initiative-figures.ts';
import type { World } from './world.ts';

export interface ProjectBlockerReference {
  blocker: string;
  external: boolean;
  /** Of the oldest of its dependencies. */
  since: number;
  /** Sorted. */
  blocked: string[];
}

/** Unfinished projects that block one of the initiative's unfinished projects now, by initiative; sorted by the blocker. */
export function referenceProjectBlockers(world: World, now: number): Map<string, ProjectBlockerReference[]> {
  const isUnfinished = (id: string) =>
    world.projects.some((project) => project.id === id && (project.status === 'planned' || project.status === 'active'));
  const standing = (world.projectDependencies ?? []).filter(
    ({ blocker, blocked, from, to }) => isUnfinished(blocker) && isUnfinished(blocked) && from <= now && (to === null || now < to),
  );
  return new Map(
    world.initiatives.map(({ id }) => {
      const own = projectsOf(world, id).map((project) => project.id);
      const onto = standing.filter(({ blocked }) => own.includes(blocked));
      const blockers = [...new Set(onto.map(({ blocker }) => blocker))].sort();
      return [
        id,
        blockers.map((blocker) => {
          const links = onto.filter((link) => link.blocker === blocker);
          return {
            blocker,
            external: !own.includes(blocker),
            since: Math.min(...links.map(({ from }) => from)),
            blocked: [...new Set(links.map(({ blocked }) => blocked))].sort(),
          };
        }),
      ];
    }),
  );
}
