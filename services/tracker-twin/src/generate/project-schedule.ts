import type { Company } from '../company/company.ts';
import { DAY_MS, HISTORY_DAYS } from './calendar.ts';
import type { InitiativePlan } from './initiatives.ts';
import type { Random } from './random.ts';

/** When work on a project begins, in epoch milliseconds: within the life of its initiative. */
export function decideOpening(company: Company, plan: InitiativePlan | null, isFirst: boolean, random: Random): number {
  const { today } = company;
  const status = plan?.initiative.status;
  if (status === 'Planned' || status === 'Proposed') return today + random.int(10, 90) * DAY_MS;
  // Whatever is active has something under way.
  if (status === 'Active' && isFirst) return today - random.int(20, 48) * DAY_MS;
  const earliest = plan?.initiative.startedAt ?? today - (HISTORY_DAYS - 20) * DAY_MS;
  const latest = plan?.initiative.completedAt ?? today - 10 * DAY_MS;
  return Math.round(earliest + random.float() * Math.max(0, latest - earliest));
}

/** The name of the project's status today. */
export function decideStatus(plan: InitiativePlan | null, opensAt: number, endsAt: number, today: number, random: Random): string {
  const ofInitiative = plan?.initiative.status;
  if (ofInitiative === 'Completed') return 'Completed';
  if (ofInitiative === 'Canceled') return 'Canceled';
  if (opensAt > today) return random.chance(0.6) ? 'Planned' : 'Backlog';
  if (endsAt < today)
    return random.pickWeighted([
      ['Completed', 8],
      ['Canceled', 1],
      ['In Progress', 2],
    ] as const);
  return random.pickWeighted([
    ['In Progress', 8],
    ['In Rollout', 2],
    ['Paused', 1],
  ] as const);
}
