import type { Company } from '../company/company.ts';
import type { Initiative, InitiativeStatus } from '../company/initiative.ts';
import type { User } from '../company/team.ts';
import { DAY_MS, formatDay, HISTORY_DAYS } from './calendar.ts';
import type { PeopleOffice } from './people.ts';
import type { Random } from './random.ts';
import { THEMES } from './themes.ts';

/** Who answers for an initiative, and how. */
export type Accountability = 'dedicated' | 'partTime' | 'diluted' | 'inferred' | 'unowned' | 'left';

export interface InitiativePlan {
  readonly initiative: Initiative;
  /** Keys of the areas it is about. */
  readonly areas: readonly string[];
  readonly accountability: Accountability;
}

const SEQUELS = ['', ' — phase 2', ' — Europe', ' — Americas', ' — Asia Pacific', ' — enterprise', ' — foundations', ' — pilot'];

/** The first twelve show every case once; after them, by chance. */
const FIRST: readonly (readonly [Accountability, InitiativeStatus])[] = [
  ['dedicated', 'Active'],
  ['partTime', 'Active'],
  ['partTime', 'Active'],
  ['partTime', 'Active'],
  ['diluted', 'Active'],
  ['inferred', 'Active'],
  ['unowned', 'Active'],
  ['left', 'Active'],
  ['dedicated', 'Planned'],
  ['dedicated', 'Completed'],
  ['dedicated', 'Active'],
  ['unowned', 'Proposed'],
];
const CASES: readonly (readonly [Accountability, number])[] = [
  ['dedicated', 45],
  ['partTime', 18],
  ['diluted', 14],
  ['inferred', 10],
  ['unowned', 8],
  ['left', 5],
];
const STATUSES: readonly (readonly [InitiativeStatus, number])[] = [
  ['Active', 66],
  ['Completed', 14],
  ['Planned', 12],
  ['Proposed', 4],
  ['Canceled', 4],
];
const SPAN_OF_PART_TIME_OWNER = 3;
const MAX_INITIATIVES = THEMES.length * SEQUELS.length;

export function makeInitiatives(company: Company, teamCount: number, office: PeopleOffice, random: Random): InitiativePlan[] {
  const count = Math.min(MAX_INITIATIVES, Math.max(FIRST.length, Math.round(teamCount * 0.55)));
  let shared: User | null = null;
  let sharedBy = 0;
  const plans = Array.from({ length: count }, (_, place): InitiativePlan => {
    const [accountability, status] = FIRST[place] ?? [random.pickWeighted(CASES), random.pickWeighted(STATUSES)];
    let owner: User | null = null;
    if (accountability === 'dedicated') owner = office.hire('Europe/Berlin', 'Initiative Lead').user;
    if (accountability === 'left') owner = makeFormerOwner(company, office, random);
    if (accountability === 'partTime') {
      if (!shared || sharedBy >= SPAN_OF_PART_TIME_OWNER) {
        shared = office.hire('Europe/Berlin', 'Director').user;
        sharedBy = 0;
      }
      sharedBy += 1;
      owner = shared;
    }
    const areas = THEMES[place % THEMES.length]?.areas ?? [];
    return { initiative: makeInitiative(company, place, owner, status, random), areas, accountability };
  });
  nest(company, plans);
  for (const [place, { initiative }] of plans.entries()) {
    if (initiative.owner && (place === 10 || random.chance(0.25))) {
      rewriteOwners(company, initiative, place === 10 ? 2 : 1, office, random);
    }
  }
  return plans;
}

function makeInitiative(company: Company, place: number, owner: User | null, status: InitiativeStatus, random: Random): Initiative {
  const { today } = company;
  const isBegun = status === 'Active' || status === 'Completed';
  const createdAt = today - Math.round((isBegun ? 120 + 400 * random.float() : 60 * random.float()) * DAY_MS);
  const startedAt = isBegun ? createdAt + random.int(5, 40) * DAY_MS : null;
  const isCompleted = status === 'Completed';
  const completedAt = isCompleted ? today - random.int(10, 60) * DAY_MS : null;
  const health =
    status === 'Active'
      ? random.pickWeighted([
          ['onTrack', 5],
          ['atRisk', 3],
          ['offTrack', 1],
        ] as const)
      : null;
  const latest = today - random.int(1, 200) * 360_000;
  const updatedAt = completedAt ?? Math.min(latest, createdAt + random.int(40, 110) * DAY_MS);
  const sequel = SEQUELS[Math.floor(place / THEMES.length)] ?? '';
  const name = `${THEMES[place % THEMES.length]?.name}${sequel}`;
  return company.initiatives.add({
    id: company.nextId('initiative'),
    name,
    slugId: `${toSlug(name)}-${company.nextId('slug').slice(0, 8)}`,
    description: null,
    status,
    health,
    healthUpdatedAt: health ? today - random.int(1, 20) * DAY_MS : null,
    targetDate: random.chance(0.85) ? formatDay((completedAt ?? today) + random.int(-20, 200) * DAY_MS) : null,
    targetDateResolution: random.chance(0.4) ? 'quarter' : null,
    startedAt,
    completedAt,
    canceledAt: status === 'Canceled' ? updatedAt : null,
    trashed: null,
    owner,
    creator: company.users.all[0] ?? null,
    leadTeam: null,
    parents: [],
    subInitiatives: [],
    toProjects: [],
    history: [],
    createdAt,
    updatedAt: Math.max(updatedAt, startedAt ?? 0),
    archivedAt: null,
  });
}

/** The eleventh holds the fifth and the sixth; later every sixth holds the one before it. */
function nest(company: Company, plans: readonly InitiativePlan[]): void {
  for (let place = 10; place < plans.length; place += 6) {
    const parent = plans[place]?.initiative;
    for (const child of place === 10 ? [plans[4], plans[5]] : [plans[place - 1]]) {
      if (!parent || !child || child.initiative.parents.length > 0) continue;
      parent.subInitiatives.push(child.initiative);
      child.initiative.parents.push(parent);
      const at = Math.max(parent.createdAt, child.initiative.createdAt) + DAY_MS;
      company.initiativeRelations.add({
        id: company.nextId('initiativeRelation'),
        initiative: parent,
        relatedInitiative: child.initiative,
        user: parent.creator,
        sortOrder: place,
        createdAt: Math.min(at, company.today - DAY_MS),
        updatedAt: Math.min(at, company.today - DAY_MS),
        archivedAt: null,
      });
    }
  }
}

/** Former owners, the latest change within the last ninety days. */
function rewriteOwners(company: Company, initiative: Initiative, changes: number, office: PeopleOffice, random: Random): void {
  let to = initiative.owner;
  let at = company.today - random.int(8, 30) * DAY_MS;
  for (let change = 0; change < changes; change += 1) {
    const from = office.hire('Europe/Berlin', 'Initiative Lead').user;
    initiative.history.unshift({
      id: company.nextId('initiativeHistory'),
      entries: { type: 'owner', fromOwnerId: from.id, toOwnerId: to?.id ?? null },
      createdAt: at,
      updatedAt: at,
      archivedAt: null,
    });
    to = from;
    at -= random.int(15, 45) * DAY_MS;
  }
  initiative.updatedAt = Math.max(initiative.updatedAt, initiative.history.at(-1)?.createdAt ?? 0);
}

function makeFormerOwner(company: Company, office: PeopleOffice, random: Random): User {
  const { user } = office.hire('Europe/Berlin', 'Initiative Lead');
  const leftAt = company.today - random.int(20, Math.floor(HISTORY_DAYS / 4)) * DAY_MS;
  user.active = false;
  company.users.touch(user, leftAt);
  return user;
}

export function toSlug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
