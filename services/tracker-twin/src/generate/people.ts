import type { Company } from '../company/company.ts';
import type { User } from '../company/team.ts';
import { DAY_MS, HISTORY_DAYS } from './calendar.ts';
import type { Random } from './random.ts';

const GIVEN =
  'Amara Ilse Tomasz Priya Kwame Noor Mateus Yuki Sanna Diego Leila Bram Chidi Freya Hana Ivo Jonas Keiko Lucía Malik Nadia Oskar Paloma Rashid Siobhan Tariq Uma Viktor Wanjiru Xiadani Yusuf Zofia Anouk Bao Carmen Dmitri Esi Farid Greta Hugo Ines Jamal Katya Linh Mireille Nikhil Olumide Petra Quentin Rosa Sefa Thandi Ulla Vikram Wren Ximena Yara Zeke'.split(
    ' ',
  );
const FAMILY =
  'Okafor Lindqvist Nakamura Ferreira Haddad Kowalczyk Mbeki Petrov Iyer Castellano Brandt Nguyen Osei Rahimi Sørensen Takeda Vargas Weiss Achterberg Bielik Calloway Dragomir Eriksen Fontaine Gutierrez Hoang Ismail Jankowski Kapoor Laurent Moreau Ndiaye Oyelaran Pereira Quist Rossi Sandhu Tshabalala Ueda Vasquez Wanjala Yilmaz Zhou Almeida Bergström Chaudhry Duarte Ekström Farouk Grimaldi'.split(
    ' ',
  );
const TITLES = [
  'Engineer',
  'Senior Engineer',
  'Staff Engineer',
  'Product Designer',
  'Product Manager',
  'Engineering Manager',
  'QA Engineer',
];
const APPS: readonly (readonly [name: string, title: string])[] = [
  ['Sentry', 'Error reports'],
  ['Release Robot', 'Release notes'],
  ['Patch Agent', 'Coding agent'],
];

/** What the generator knows of a person beyond the tracker. */
export interface Person {
  readonly user: User;
  readonly joinedAt: number;
  /** Epoch milliseconds; infinite for who is still here. */
  readonly leftAt: number;
}

/** People with names nobody has, in the order in which they are asked for. */
export function makePeople(company: Company, random: Random): PeopleOffice {
  const start = company.today - HISTORY_DAYS * DAY_MS;
  const taken = new Map<string, number>();
  const hire = (timezone: string, title: string | null = null): Person => {
    const name = `${random.pick(GIVEN)} ${random.pick(FAMILY)}`;
    const handle = toHandle(name);
    const namesakes = (taken.get(handle) ?? 0) + 1;
    taken.set(handle, namesakes);
    const displayName = namesakes === 1 ? handle : `${handle}${namesakes}`;
    const hasLeft = title === null && random.chance(0.08);
    const leftAt = hasLeft ? Math.round(start + (0.25 + 0.7 * random.float()) * HISTORY_DAYS * DAY_MS) : Number.POSITIVE_INFINITY;
    const joinedAt = Math.round(start - random.float() * 700 * DAY_MS);
    const user: User = {
      ...makeUser(company, name, displayName, joinedAt),
      title: title ?? random.pick(TITLES),
      timezone,
      active: !hasLeft,
      updatedAt: hasLeft ? leftAt : joinedAt + Math.round(random.float() * 90 * DAY_MS),
      guest: random.chance(0.03),
    };
    company.users.add(user);
    return { user, joinedAt, leftAt };
  };
  const apps = APPS.map(([name, title]) => {
    const user = makeUser(company, name, toHandle(name), start - 200 * DAY_MS);
    return company.users.add({ ...user, app: true, title });
  });
  return { hire, apps };
}

export interface PeopleOffice {
  /** `title` absent: any title, and somebody who may have left since. */
  readonly hire: (timezone: string, title?: string | null) => Person;
  readonly apps: readonly User[];
}

function makeUser(company: Company, name: string, displayName: string, createdAt: number): User {
  return {
    id: company.nextId('user'),
    name,
    displayName,
    email: `${displayName}@${company.organization.urlKey}.example`,
    title: null,
    timezone: 'Europe/Berlin',
    active: true,
    admin: false,
    app: false,
    guest: false,
    owner: false,
    memberships: [],
    createdAt,
    updatedAt: createdAt,
    archivedAt: null,
  };
}

function toHandle(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/g, 'o')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
}
