import type { Company } from '../company/company.ts';
import type { Team } from '../company/team.ts';
import { AREAS, type Area, type AreaKind, SQUADS } from './areas.ts';
import { DAY_MS, HISTORY_DAYS } from './calendar.ts';
import { makeCycles } from './cycles.ts';
import { addMember } from './members.ts';
import type { PeopleOffice, Person } from './people.ts';
import type { Random } from './random.ts';
import { makeStates } from './states.ts';
import type { Habits, Need, TeamPlan } from './team-plan.ts';

const TIMEZONES: readonly (readonly [name: string, offsetHours: number])[] = [
  ['Europe/Berlin', 1],
  ['Europe/Lisbon', 0],
  ['America/New_York', -5],
  ['America/Sao_Paulo', -3],
  ['Asia/Kolkata', 5.5],
];
const COLORS = ['#26b5ce', '#5e6ad2', '#f2c94c', '#eb5757', '#4cb782', '#bb87fc', '#f2994a'];
const MAX_TEAMS = AREAS.length * SQUADS.length;

/** 6 teams for 300 issues, 21 for 3,000, about 500 for a million. */
export function deriveTeamCount(issueCount: number): number {
  const count = Math.round(6 * (Math.max(300, issueCount) / 300) ** 0.545);
  return Math.min(MAX_TEAMS, count);
}

export function makeTeams(company: Company, count: number, office: PeopleOffice, random: Random): TeamPlan[] {
  const plans: TeamPlan[] = [];
  const heads = new Map<Area, Team>();
  for (let place = 0; place < count; place += 1) {
    const area = AREAS[place % AREAS.length] as Area;
    const squad = SQUADS[Math.floor(place / AREAS.length)] ?? ['', ''];
    const plan = makeTeam(company, area, squad, heads.get(area) ?? null, office, random);
    if (!heads.has(area)) heads.set(area, plan.team);
    plans.push(plan);
  }
  for (const plan of plans) plan.needs = deriveNeeds(plan, plans, random);
  return plans;
}

function makeTeam(
  company: Company,
  area: Area,
  [suffix, squadName]: readonly [string, string],
  parent: Team | null,
  office: PeopleOffice,
  random: Random,
): TeamPlan {
  const [timezone, offsetHours] = random.pickWeighted(TIMEZONES.map((zone, place) => [zone, place === 0 ? 4 : 1] as const));
  const habits = makeHabits(area.kind, random);
  const createdAt = company.today - (HISTORY_DAYS + random.int(1, 500)) * DAY_MS;
  const team: Team = {
    id: company.nextId('team'),
    key: `${area.key}${suffix}`,
    name: squadName ? `${area.name} ${squadName}` : area.name,
    color: random.pick(COLORS),
    visibility: 'public',
    timezone,
    retiredAt: null,
    parent,
    children: [],
    triageEnabled: habits.triageChance > 0,
    cyclesEnabled: habits.cycleWeeks > 0,
    cycleDuration: habits.cycleWeeks,
    autoArchivePeriod: habits.autoArchiveMonths,
    nextNumber: 1,
    states: [],
    cycles: [],
    memberships: [],
    createdAt,
    updatedAt: createdAt + random.int(1, 300) * DAY_MS,
    archivedAt: null,
  };
  company.teams.add(team);
  parent?.children.push(team);
  const size = area.kind === 'review' ? random.int(2, 4) : random.int(3, 7);
  const people: Person[] = [office.hire(timezone, 'Engineering Manager')];
  while (people.length < size) people.push(office.hire(timezone));
  for (const [place, { user }] of people.entries()) addMember(company, team, user, place);
  const states = makeStates(company, team, random);
  makeCycles(company, team);
  return { team, area, habits, people, offsetHours, states, needs: [] };
}

function makeHabits(kind: AreaKind, random: Random): Habits {
  const base = {
    pace: 0.7 + 0.6 * random.float(),
    triageChance: random.chance(0.7) ? 0.15 + 0.3 * random.float() : 0,
    bugShare: 0.12 + 0.25 * random.float(),
    reopenChance: 0.02 + 0.05 * random.float(),
    cycleWeeks: random.pickWeighted([
      [2, 6],
      [1, 2],
      [3, 1],
      [0, 2],
    ] as const),
    autoArchiveMonths: random.pick([3, 6, 6, 9, 12]),
    estimates: random.chance(0.75),
  };
  const vary = (days: number) => days * (0.7 + 0.6 * random.float());
  const paces: Record<AreaKind, readonly [number, number, number, number]> = {
    product: [12, 3, 2.6, 0.9],
    platform: [5, 6.5, 5, 1.2],
    review: [0.4, 1, 0.9, 0.2],
    data: [6, 3, 3.5, 0.8],
  };
  const [backlogDays, queueDays, workDays, reviewDays] = paces[kind].map(vary) as [number, number, number, number];
  return { ...base, backlogDays, queueDays, workDays, reviewDays };
}

/** Everybody needs the platform, many a review, some data; a few need their neighbours. */
function deriveNeeds(plan: TeamPlan, plans: readonly TeamPlan[], random: Random): Need[] {
  const others = (kind: AreaKind) => plans.filter((other) => other !== plan && other.area.kind === kind);
  const weight = (0.6 + 0.9 * random.float()) * DEPENDENCE[plan.area.kind];
  const isOwn = (kind: AreaKind) => (plan.area.kind === kind ? 0.35 : 1);
  const needs: Need[] = [];
  const need = (kind: AreaKind, chance: number, preferFirst: number) => {
    const candidates = others(kind);
    if (candidates.length === 0) return;
    const main = candidates.filter(({ area }) => area === candidates[0]?.area);
    const home = random.pick(random.chance(preferFirst) ? main : candidates);
    needs.push({ on: home, chance: chance * weight * isOwn(kind) });
  };
  need('platform', 0.085, 0.75);
  need('platform', 0.02, 0);
  need('review', 0.06, 0.6);
  need('data', 0.035, 0.5);
  if (plan.area.kind === 'product' || plan.area.kind === 'data') {
    need('product', 0.05, 0);
    need('product', 0.025, 0);
  }
  const neighbour = NEIGHBOURS[plan.team.key];
  const other = plans.find(({ team }) => team.key === neighbour);
  return other ? [...needs, { on: other, chance: 0.11 }] : needs;
}

/** How much a team of a kind depends on others, against a product team. */
const DEPENDENCE: Record<AreaKind, number> = { product: 1, platform: 0.7, review: 0.2, data: 0.55 };

/** The pair that is taken apart later, and one that is not. */
const NEIGHBOURS: Record<string, string> = { CHK: 'PAY', ORD: 'INV', POS: 'INV' };
