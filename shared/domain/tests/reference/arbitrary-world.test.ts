import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryLongWorld, arbitraryWorld, worldGrains, worldStartAt } from './arbitrary-world.ts';
import { referenceDeadlocks } from './initiative-figures.ts';
import { Lookup } from './instant.ts';
import type { World } from './world.ts';

const year = 365 * 86_400_000;
const worlds = fc.sample(arbitraryWorld, { seed: 7, numRuns: 120 });
const now = worldStartAt + worldGrains * 5 * 3_600_000;

const waits = (world: World) => {
  const lookup = new Lookup(world);
  return world.issues.some((issue) => lookup.pieces(issue, issue.createdAt, now).some(({ from }) => lookup.waiting(issue, from)));
};
const isOpen = (category: string | null) => category !== null && !['completed', 'canceled'].includes(category);

describe('random companies', () => {
  it.each<{ what: string; atLeast: number; has: (world: World) => boolean }>([
    { what: 'somebody waits', atLeast: 40, has: waits },
    { what: 'issues block each other in a circle', atLeast: 5, has: (world) => referenceDeadlocks(world, now).length > 0 },
    {
      what: 'a blocker is opened again',
      atLeast: 20,
      has: ({ issues, dependencies }) =>
        issues.some(
          ({ id, statuses }) =>
            dependencies.some(({ blocker }) => blocker === id) &&
            statuses.some(({ category }, k) => category === 'completed' && statuses.slice(k + 1).some((later) => isOpen(later.category))),
        ),
    },
    {
      what: 'an issue moves to another team',
      atLeast: 30,
      has: ({ issues }) => issues.some(({ teams }) => new Set(teams.map(({ team }) => team)).size > 1),
    },
    {
      what: 'a link is added and removed more than once at one instant',
      atLeast: 30,
      has: ({ dependencies }) => dependencies.some((a, k) => dependencies.slice(k + 1).some((b) => a.from === b.from && a.to === b.from)),
    },
    {
      what: 'a status lasts no time',
      atLeast: 20,
      has: ({ issues }) => issues.some(({ statuses }) => statuses.some(({ at }, k) => k > 0 && statuses[k - 1]?.at === at)),
    },
    { what: 'an end of a link is deleted', atLeast: 20, has: ({ issues }) => issues.some(({ closed }) => closed.length > 0) },
    {
      what: 'an end of a link comes back',
      atLeast: 5,
      has: ({ issues }) => issues.some(({ closed }) => closed.some(({ from, to }) => to !== null && to > from)),
    },
    { what: 'a team is not known', atLeast: 20, has: ({ issues }) => issues.some(({ teams }) => teams.some(({ team }) => team === null)) },
    {
      what: 'an issue blocks itself',
      atLeast: 10,
      has: ({ dependencies }) => dependencies.some(({ blocker, blocked }) => blocker === blocked),
    },
  ])('are often such that $what', ({ atLeast, has }) => {
    expect(worlds.filter(has).length).toBeGreaterThanOrEqual(atLeast);
  });

  it('have years of history', () => {
    const long = fc.sample(arbitraryLongWorld, { seed: 7, numRuns: 60 });
    const spans = long.map(({ issues }) => {
      const instants = issues.flatMap(({ createdAt, statuses }) => [createdAt, ...statuses.map(({ at }) => at)]);
      return Math.max(...instants) - Math.min(...instants);
    });
    expect(spans.filter((ms) => ms > 2 * year).length).toBeGreaterThan(20);
  });
});
