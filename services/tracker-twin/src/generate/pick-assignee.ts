import type { User } from '../company/team.ts';
import type { IssuePlan } from './issue-plans.ts';

const UNASSIGNED_CHANCE = 0.04;

/** Somebody who was there at the time; who has left since may still be named. */
export function pickAssignee({ team, random, createdAt }: IssuePlan): User | null {
  if (random.chance(UNASSIGNED_CHANCE)) return null;
  const present = team.people.filter(({ leftAt }) => leftAt > createdAt);
  return random.pick(present.length > 0 ? present : team.people).user;
}
