import { createHash } from 'node:crypto';
import type { Insertable, Transaction } from 'kysely';
import { upsertRows } from '../bulk/upsert-rows.ts';
import type { Database } from '../database.ts';
import type { PlanStatusName, StatusCategoryName, Tables } from '../tables.ts';

/** A small company told in days from `dayZero`, to be stored as the facts of one connection. Everything is named, not numbered. */
export interface CompanyStory {
  readonly teams: readonly string[];
  readonly people?: readonly { name: string; teams?: readonly string[]; active?: boolean }[];
  readonly initiatives?: readonly { name: string; owner?: string; status?: PlanStatusName; parent?: string; targetOn?: string }[];
  readonly projects?: readonly { name: string; lead?: string; status?: PlanStatusName; initiative?: string; targetOn?: string }[];
  readonly cycles?: readonly { name: string; team: string; from: number; to: number }[];
  readonly issues: readonly IssueStory[];
  /** `from` null: not known. */
  readonly links?: readonly { blocker: string; blocked: string; from: number | null; to?: number }[];
}

export interface IssueStory {
  readonly key: string;
  /** Its first team and each later one with the day it moved. */
  readonly team: string | readonly (readonly [day: number, team: string])[];
  readonly statuses: readonly (readonly [day: number, category: StatusCategoryName])[];
  readonly project?: string;
  /** Who it was assigned to, or each with the day it was; null: nobody. */
  readonly assignee?: string | readonly (readonly [day: number, person: string | null])[];
  readonly closedAt?: number;
  /** Marked as impeded from a day until another; without the other it stands. */
  readonly flagged?: readonly (readonly [from: number, to?: number])[];
  readonly defect?: boolean;
  readonly priority?: number;
  /** 'YYYY-MM-DD'. */
  readonly dueOn?: string;
  /** Of a cycle told in `cycles`. */
  readonly cycle?: string;
}

export const dayZero = Date.UTC(2026, 0, 1);
const msPerDay = 86_400_000;
const categories: readonly StatusCategoryName[] = ['triage', 'backlog', 'unstarted', 'started', 'completed', 'canceled'];

export interface StoredStory {
  readonly connectionId: string;
  readonly syncId: string;
  /** Ours of a thing told: `idOf('issue', 'a1')`. */
  idOf(kind: string, name: string): string;
}

/** Stores a story as a connection has read it up to `now` (in days), waiting to be analyzed. */
export async function insertCompanyStory(
  database: Database,
  organizationId: string,
  story: CompanyStory,
  now: number,
): Promise<StoredStory> {
  const idOf = (kind: string, name: string) => makeId(`${organizationId} ${kind} ${name}`);
  const connectionId = idOf('connection', 'story');
  const syncId = idOf('sync', 'story');
  await database.inOrganization(organizationId, async (trx) => {
    await trx
      .insertInto('connection')
      .values({
        organization_id: organizationId,
        id: connectionId,
        provider: 'linear',
        name: 'Story',
        base_url: 'https://tracker.example/graphql',
        credentials: 'sealed',
        status: 'syncing',
        workspace_name: 'Story',
      })
      .execute();
    await trx
      .insertInto('sync')
      .values({
        organization_id: organizationId,
        id: syncId,
        connection_id: connectionId,
        kind: 'backfill',
        state: 'analyzing',
        read_at: at(now),
        started_at: at(now),
      })
      .execute();
    await insertFacts(trx, { organization_id: organizationId, connection_id: connectionId }, story, idOf);
  });
  return { connectionId, syncId, idOf };
}

type Place = { organization_id: string; connection_id: string };
type IdOf = StoredStory['idOf'];

async function insertFacts(trx: Transaction<Tables>, place: Place, story: CompanyStory, idOf: IdOf): Promise<void> {
  const { teams, people = [], initiatives = [], projects = [], cycles = [], issues, links = [] } = story;
  const tracked = (kind: string, name: string) => ({ ...place, id: idOf(kind, name), external_id: `${kind}:${name}` });
  const maybeId = (kind: string, name: string | undefined) => (name === undefined ? null : idOf(kind, name));
  const put = <T extends keyof Tables & string>(table: T, rows: readonly unknown[]) =>
    upsertRows(trx, table, rows as Insertable<Tables[T]>[]);

  await put(
    'team',
    teams.map((name) => ({ ...tracked('team', name), key: name, name: `Team ${name}`, url: null })),
  );
  await put(
    'workflow_status',
    categories.map((name) => ({ ...tracked('status', name), name, tracker_type: name, category: name })),
  );
  await put(
    'person',
    people.map(({ name, active = true }) => ({ ...tracked('person', name), name, active, is_app: false })),
  );
  await put(
    'team_member',
    people.flatMap((person) =>
      (person.teams ?? []).map((team) => ({ ...place, team_id: idOf('team', team), person_id: idOf('person', person.name) })),
    ),
  );
  const plan = (status: PlanStatusName = 'active') => ({ status, tracker_status: status, created_at: at(0) });
  await put(
    'initiative',
    initiatives.map(({ name, owner, status, targetOn = null }) => ({
      ...tracked('initiative', name),
      ...plan(status),
      name,
      target_on: targetOn,
      owner_id: maybeId('person', owner),
    })),
  );
  await put(
    'initiative_parent',
    initiatives.flatMap(({ name, parent }) =>
      parent === undefined ? [] : [{ ...place, initiative_id: idOf('initiative', name), parent_id: idOf('initiative', parent) }],
    ),
  );
  await put(
    'project',
    projects.map(({ name, lead, status, targetOn = null }) => ({
      ...tracked('project', name),
      ...plan(status),
      name,
      target_on: targetOn,
      lead_id: maybeId('person', lead),
    })),
  );
  await put(
    'project_initiative',
    projects.flatMap(({ name, initiative }) =>
      initiative === undefined ? [] : [{ ...place, project_id: idOf('project', name), initiative_id: idOf('initiative', initiative) }],
    ),
  );
  await put(
    'cycle',
    cycles.map(({ name, team, from, to }, k) => ({
      ...tracked('cycle', name),
      team_id: idOf('team', team),
      number: k + 1,
      name,
      starts_at: at(from),
      ends_at: at(to),
    })),
  );
  await put(
    'issue',
    issues.map((issue) => ({
      ...tracked('issue', issue.key),
      key: issue.key,
      title: `About ${issue.key}`,
      url: `https://tracker.example/issue/${issue.key}`,
      team_id: idOf('team', teamsOf(issue).at(-1)?.[1] ?? ''),
      status_id: idOf('status', issue.statuses.at(-1)?.[1] ?? ''),
      project_id: maybeId('project', issue.project),
      assignee_id: maybeId('person', assigneesOf(issue).at(-1)?.[1] ?? undefined),
      priority: issue.priority ?? null,
      due_on: issue.dueOn ?? null,
      cycle_id: maybeId('cycle', issue.cycle),
      labels: [],
      is_defect: issue.defect ?? false,
      created_at: at(issue.statuses[0]?.[0] ?? 0),
      updated_at: at(issue.statuses.at(-1)?.[0] ?? 0),
      closed_at: issue.closedAt === undefined ? null : at(issue.closedAt),
      history_read_at: at(issue.statuses.at(-1)?.[0] ?? 0),
      is_stub: false,
    })),
  );
  await put(
    'issue_change',
    issues.flatMap((issue) => [
      ...changes(place, idOf('issue', issue.key), 'status', issue.statuses, idOf),
      ...changes(place, idOf('issue', issue.key), 'team', teamsOf(issue), idOf),
      ...changes(place, idOf('issue', issue.key), 'assignee', assigneesOf(issue), idOf),
    ]),
  );
  await put(
    'issue_flag',
    issues.flatMap(({ key, flagged = [] }) =>
      flagged.map(([from, to]) => ({
        ...place,
        issue_id: idOf('issue', key),
        from_at: at(from),
        to_at: to === undefined ? null : at(to),
      })),
    ),
  );
  for (const { blocker, blocked, from, to } of links) {
    const dependency = {
      ...place,
      blocker_issue_id: idOf('issue', blocker),
      blocked_issue_id: idOf('issue', blocked),
      from_at: from === null ? null : at(from),
      to_at: to === undefined ? null : at(to),
      start_evidence: from === null ? ('unknown' as const) : ('link' as const),
    };
    await trx.insertInto('dependency').values(dependency).execute();
  }
}

const kindOf = { status: 'status', team: 'team', assignee: 'person' } as const;

function changes(
  place: Place,
  issueId: string,
  field: keyof typeof kindOf,
  steps: readonly (readonly [number, string | null])[],
  idOf: IdOf,
) {
  const maybeId = (name: string | null | undefined) => (name ? idOf(kindOf[field], name) : null);
  return steps.slice(1).map(([day, name], k) => ({
    ...place,
    issue_id: issueId,
    external_id: `${field} ${k}`,
    field,
    at: at(day),
    from_id: maybeId(steps[k]?.[1]),
    to_id: maybeId(name),
  }));
}

function teamsOf({ team }: IssueStory): readonly (readonly [number, string])[] {
  return typeof team === 'string' ? [[0, team]] : team;
}

function assigneesOf({ assignee }: IssueStory): readonly (readonly [number, string | null])[] {
  if (assignee === undefined) return [];
  return typeof assignee === 'string' ? [[0, assignee]] : assignee;
}

/** The instant so many days after day zero. */
export function at(day: number): Date {
  return new Date(dayZero + day * msPerDay);
}

function makeId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** DOMAIN's worked example: who waits on whom, and the roots of it, is written out there. */
export const workedExample: CompanyStory = {
  teams: ['A', 'B', 'C'],
  people: [{ name: 'Ada', teams: ['A'] }],
  initiatives: [{ name: 'Launch', owner: 'Ada' }],
  projects: [{ name: 'Checkout', lead: 'Ada', initiative: 'Launch' }],
  issues: [
    {
      key: 'a1',
      team: 'A',
      project: 'Checkout',
      assignee: 'Ada',
      statuses: [
        [0, 'unstarted'],
        [2, 'started'],
        [10, 'completed'],
      ],
    },
    {
      key: 'b1',
      team: 'B',
      statuses: [
        [0, 'started'],
        [6, 'completed'],
      ],
    },
    {
      key: 'c1',
      team: 'C',
      statuses: [
        [0, 'backlog'],
        [8, 'completed'],
      ],
    },
  ],
  links: [
    { blocker: 'b1', blocked: 'a1', from: 1 },
    { blocker: 'c1', blocked: 'a1', from: 4 },
    { blocker: 'c1', blocked: 'b1', from: 3, to: 5 },
  ],
};
