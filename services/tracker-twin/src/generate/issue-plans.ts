import type { Company } from '../company/company.ts';
import { DAY_MS, DECOUPLED_DAYS_AGO, HISTORY_DAYS, REORG_DAYS_AGO, toWorkingHours } from './calendar.ts';
import { makeRandom, type Random } from './random.ts';
import type { Need, TeamPlan } from './team-plan.ts';
import type { Timeline } from './timeline.ts';
import type { WorkKind } from './titles.ts';

/** An issue before its life is told: where, when, what, and for whom it waits. */
export interface IssuePlan {
  readonly place: number;
  readonly createdAt: number;
  readonly team: TeamPlan;
  readonly random: Random;
  kind: WorkKind;
  /** The team that asked for it. */
  requester: TeamPlan | null;
  waits: Wait[];
  timeline: Timeline | null;
  isBeingTold: boolean;
}

export interface Wait {
  readonly blocker: IssuePlan;
  /** Held before work begins, or found while working. */
  readonly mode: 'held' | 'dragging';
  /** The issue is finished all the same. */
  readonly isIgnored: boolean;
  /** The link is taken back before the blocker is finished. */
  readonly isTakenBack: boolean;
  linkedAt: number | null;
  removedAt: number | null;
}

const MAX_RECENT = 14;
const MAX_REQUESTS = 8;
const OWN_TEAM_CHANCE = 0.05;

/** All issues in the order of their creation. */
export function makeIssuePlans(company: Company, teams: readonly TeamPlan[], count: number, random: Random): IssuePlan[] {
  const plans = drawCreations(company, teams, count, random);
  const desks = new Map<TeamPlan, Desk>(teams.map((team) => [team, { recent: [], requests: [] }]));
  for (const plan of plans) {
    const desk = desks.get(plan.team) as Desk;
    const request = desk.requests.shift();
    if (request) {
      plan.kind = 'request';
      plan.requester = request.team;
      request.waits.push(makeWait(plan, plan.random));
    }
    drawWaits(plan, company, desks);
    desk.recent.push(plan);
    if (desk.recent.length > MAX_RECENT) desk.recent.shift();
  }
  return plans;
}

/** What lies on a team's desk: its latest issues, and who asked for something. */
interface Desk {
  readonly recent: IssuePlan[];
  readonly requests: IssuePlan[];
}

function drawCreations(company: Company, teams: readonly TeamPlan[], count: number, random: Random): IssuePlan[] {
  const cumulative: number[] = [];
  let total = 0;
  for (const { people, habits, area } of teams) {
    total += people.length * habits.pace * (area.kind === 'review' ? 1.5 : 1);
    cumulative.push(total);
  }
  const start = company.today - HISTORY_DAYS * DAY_MS;
  const creations = Array.from({ length: count }, () => {
    const team = teams[findFirstAbove(cumulative, random.float() * total)] as TeamPlan;
    const drawn = start + random.float() ** 0.85 * HISTORY_DAYS * DAY_MS;
    const snapped = toWorkingHours(drawn, team.offsetHours, random);
    return { createdAt: snapped < company.today ? snapped : Math.round(drawn), team };
  });
  creations.sort((a, b) => a.createdAt - b.createdAt);
  return creations.map(({ createdAt, team }, place) => {
    const own = makeRandom(company.seed, 'issue', place);
    const isBug = own.chance(team.habits.bugShare);
    const kind = isBug ? 'bug' : own.chance(0.3) ? 'chore' : 'feature';
    return {
      place,
      createdAt,
      team,
      random: own,
      kind,
      requester: null,
      waits: [],
      timeline: null,
      isBeingTold: false,
    };
  });
}

/** Links to what others already work on, or a request that their next issue answers. */
function drawWaits(plan: IssuePlan, company: Company, desks: ReadonlyMap<TeamPlan, Desk>): void {
  const { random, team } = plan;
  const daysAgo = (company.today - plan.createdAt) / DAY_MS;
  for (const need of team.needs) {
    const chance = need.chance * deriveEraFactor(team, need, daysAgo) * (plan.kind === 'bug' ? 0.4 : 1);
    if (!random.chance(chance)) continue;
    const desk = desks.get(need.on) as Desk;
    const isNew = desk.requests.length < MAX_REQUESTS && random.chance(0.65);
    if (isNew) desk.requests.push(plan);
    else if (desk.recent.length > 0) plan.waits.push(makeWait(random.pick(desk.recent), random));
  }
  const own = (desks.get(team) as Desk).recent;
  if (own.length > 0 && random.chance(OWN_TEAM_CHANCE)) {
    plan.waits.push(makeWait(random.pick(own), random));
  }
}

/** Dependence grew with the re-organisation; one pair was taken apart later. */
function deriveEraFactor(team: TeamPlan, { on }: Need, daysAgo: number): number {
  const isDecoupledPair = team.team.key === 'CHK' && on.team.key === 'PAY';
  if (isDecoupledPair && daysAgo < DECOUPLED_DAYS_AGO) return 0.08;
  return daysAgo < REORG_DAYS_AGO ? 1.35 : 0.8;
}

function makeWait(blocker: IssuePlan, random: Random): Wait {
  return {
    blocker,
    mode: random.chance(0.62) ? 'held' : 'dragging',
    isIgnored: random.chance(0.09),
    isTakenBack: random.chance(0.08),
    linkedAt: null,
    removedAt: null,
  };
}

function findFirstAbove(cumulative: readonly number[], value: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cumulative[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
