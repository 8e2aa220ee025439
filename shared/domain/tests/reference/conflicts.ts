import { members } from './initiative-figures.ts';
import { Lookup } from './instant.ts';
import type { Category, World } from './world.ts';

/** What stands written in the tracker now, by issue. Days are 'YYYY-MM-DD'. */
export interface Plans {
  issues: Map<string, { priority: number | null; cycle: string | null; dueOn: string | null; projectTargetOn: string | null }>;
  /** Its last day. */
  cycleEndsOn: Map<string, string>;
  /** The cycle a team is in. */
  cycleOfTeam: Map<string, string>;
  initiativeTargetOn: Map<string, string>;
}

/** 'blocker blocked reason', sorted. */
export interface ConflictReference {
  inversions: string[];
  dates: string[];
}

export function referenceConflicts(world: World, plans: Plans, now: number): Map<string, ConflictReference> {
  const lookup = new Lookup(world);
  const planOf = (id: string) => plans.issues.get(id) ?? { priority: null, cycle: null, dueOn: null, projectTargetOn: null };
  const dueOn = (id: string): string | null => {
    const { dueOn: own, cycle, projectTargetOn } = planOf(id);
    if (own !== null) return own;
    return (cycle !== null && plans.cycleEndsOn.get(cycle)) || projectTargetOn;
  };
  return new Map(
    world.initiatives.map(({ id }) => {
      const found: ConflictReference = { inversions: [], dates: [] };
      for (const blocked of members(world, id)) {
        for (const blocker of lookup.crossTeamBlockers(blocked, now)) {
          const pair = `${blocker.id} ${blocked.id}`;
          const ranks = [planOf(blocker.id).priority, planOf(blocked.id).priority];
          const lowestFirst = [0, 4, 3, 2, 1];
          if (ranks.every((rank) => rank !== null) && lowestFirst.indexOf(ranks[0] as number) < lowestFirst.indexOf(ranks[1] as number))
            found.inversions.push(`${pair} priority`);
          const running = plans.cycleOfTeam.get(lookup.team(blocker, now) as string);
          const category = lookup.category(blocker, now) as Category;
          if (running !== undefined && planOf(blocker.id).cycle !== running && category !== 'started' && lookup.inPlay(blocked, now))
            found.inversions.push(`${pair} cycle`);
          const due = dueOn(blocker.id);
          const [promised, target] = [dueOn(blocked.id), plans.initiativeTargetOn.get(id)];
          if (due !== null && promised !== null && Date.parse(due) > Date.parse(promised)) found.dates.push(`${pair} after_blocked`);
          if (due !== null && target !== undefined && Date.parse(due) > Date.parse(target)) found.dates.push(`${pair} after_target`);
        }
      }
      return [id, { inversions: found.inversions.sort(), dates: found.dates.sort() }];
    }),
  );
}
