import { type Company, makeReach, statusCategoryCode } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import type { StatusCategoryName, Tables } from '../tables.ts';
import { buildSmallCompany } from './build-small-company.ts';
import { checkIdentities, underOneId } from './check-identities.ts';
import { checkMirrors } from './check-mirrors.ts';
import { checkNewcomers } from './check-newcomers.ts';
import { DoubtError } from './doubt.ts';
import { loadSmallPlans, type SmallPlans } from './load-small-plans.ts';
import type { Memory } from './memory.ts';
import { readVersions, type Versioned } from './read-versions.ts';

/** More reached issues than these, and the whole company is not much more. */
const mostReached = 20_000;

export interface SmallIssue {
  readonly id: string;
  readonly connection_id: string;
  readonly team_id: string | null;
  readonly status_id: string | null;
  readonly project_id: string | null;
  readonly assignee_id: string | null;
  readonly is_defect: boolean;
  readonly is_stub: boolean;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
  readonly closed_at: Date | null;
  readonly has_history: boolean;
}

export interface SmallChange {
  readonly issue_id: string;
  readonly field: 'status' | 'team' | 'closed' | 'assignee';
  readonly at: Date;
  readonly from_id: string | null;
  readonly to_id: string | null;
}

export interface SmallFlag {
  readonly issue_id: string;
  readonly from_at: Date;
  readonly to_at: Date | null;
}

export interface SmallDependency {
  readonly connection_id: string;
  readonly blocker_issue_id: string;
  readonly blocked_issue_id: string;
  readonly from_at: Date | null;
  readonly to_at: Date | null;
  readonly key: string;
}

/** What a sync has changed and what that can reach, as it was when it was last analyzed and as it is. */
export interface SmallCompanies {
  readonly before: Company;
  readonly after: Company;
  readonly issues: readonly Versioned<SmallIssue>[];
  readonly dependencies: readonly Versioned<SmallDependency>[];
  readonly plans: SmallPlans;
  /** By id; null: not known. */
  readonly categories: ReadonlyMap<string, StatusCategoryName | null>;
}

/** Read it in the snapshot in which `memory` was read. @throws DoubtError where too much is reached */
export async function loadSmallCompanies(trx: Transaction<Tables>, organizationId: string, memory: Memory): Promise<SmallCompanies> {
  const { issueIds, dependencies } = await findReached(trx, organizationId, memory);
  const identities = await checkIdentities(trx, organizationId);
  await checkMirrors(trx, organizationId, issueIds);
  await checkNewcomers(trx, organizationId, memory);
  const issuesAsTold = await readVersions<SmallIssue>(trx, {
    table: 'issue',
    columns: sql`r.id, r.connection_id, r.team_id, r.status_id, r.project_id, r.assignee_id, r.is_defect, r.is_stub, r.created_at, r.updated_at,
      r.started_at, coalesce(r.completed_at, r.canceled_at) as ended_at, r.closed_at, r.history_read_at is not null as has_history`,
    key: sql`r.id::text`,
    where: sql`r.organization_id = ${organizationId} and r.id = any(${issueIds}::uuid[])`,
    formers: memory.formers.issue,
  });
  const changesAsTold = await readVersions<SmallChange>(trx, {
    table: 'issue_change',
    columns: sql`r.issue_id, r.field, r.at, r.from_id, r.to_id`,
    key: sql`concat_ws(' ', r.issue_id, r.field, r.external_id)`,
    where: sql`r.organization_id = ${organizationId} and r.issue_id = any(${issueIds}::uuid[]) and r.field in ('status', 'team', 'closed', 'assignee')`,
    formers: memory.formers.issue_change,
  });
  const flags = await readVersions<SmallFlag>(trx, {
    table: 'issue_flag',
    columns: sql`r.issue_id, r.from_at, r.to_at`,
    key: sql`concat_ws(' ', r.issue_id, extract(epoch from r.from_at))`,
    where: sql`r.organization_id = ${organizationId} and r.issue_id = any(${issueIds}::uuid[])`,
    formers: memory.formers.issue_flag,
  });
  const { issues, changes } = underOneId({ issues: issuesAsTold, changes: changesAsTold }, identities);
  const known = await findKnown(trx, organizationId, issues, changes);
  const plans = await loadSmallPlans(trx, organizationId, issues, memory.initiativeIds);
  const build = (isWanted: (row: Versioned<unknown>) => boolean) =>
    buildSmallCompany({
      issues: issues.filter(isWanted),
      changes: changes.filter(isWanted),
      flags: flags.filter(isWanted),
      dependencies: dependencies.filter(isWanted),
      plans,
      ...known,
    });
  return {
    before: build(({ isBefore }) => isBefore),
    after: build(({ isAfter }) => isAfter),
    issues,
    dependencies,
    plans,
    categories: known.categories,
  };
}

async function findReached(trx: Transaction<Tables>, organizationId: string, { touchedIssueIds, formers }: Memory) {
  const columns = sql`r.connection_id, r.blocker_issue_id, r.blocked_issue_id, r.from_at, r.to_at,
    concat_ws(' ', r.blocker_issue_id, r.blocked_issue_id, r.from_key) as key`;
  const gone = await readVersions<SmallDependency>(trx, {
    table: 'dependency',
    columns,
    key: sql`''`,
    where: sql`r.organization_id = ${organizationId}`,
    formers: formers.dependency,
    onlyFormers: true,
  });
  const dependencies = new Map<string, Versioned<SmallDependency>>();
  const formerKey = (key: string) => `${key} as it was`;
  for (const row of gone) dependencies.set(formerKey(row.key), row);
  const reach = makeReach(touchedIssueIds);
  for (let question = reach.next(); question !== undefined; question = reach.next()) {
    const asked = new Set(question.issues);
    const side = question.side === 'blocker' ? ('blocker_issue_id' as const) : ('blocked_issue_id' as const);
    // Issue by issue: on tables without statistics the planner would rather read them whole.
    const { rows } = await sql<SmallDependency>`
      select r.* from unnest(${question.issues}::uuid[]) asked(id)
      cross join lateral (
        select ${columns} from dependency r where r.organization_id = ${organizationId} and r.${sql.ref(side)} = asked.id offset 0
      ) r
    `.execute(trx);
    for (const row of rows) dependencies.set(row.key, { ...row, isAfter: true, isBefore: !formers.dependency.has(row.key) });
    const links = [...rows, ...gone.filter((row) => asked.has(row[side]))];
    reach.add(links.map(({ blocker_issue_id, blocked_issue_id }) => ({ blocker: blocker_issue_id, blocked: blocked_issue_id })));
    if (reach.issues.size > mostReached) throw new DoubtError(`more than ${mostReached} issues reached`);
  }
  return { issueIds: [...reach.issues].sort(), dependencies: [...dependencies.values()] };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Which of the ids that issues and changes name stand for anything. */
async function findKnown(trx: Transaction<Tables>, organizationId: string, issues: readonly SmallIssue[], changes: readonly SmallChange[]) {
  const named = (today: 'status_id' | 'team_id' | 'assignee_id', field: SmallChange['field']): string[] => {
    const ids = new Set(issues.map((issue) => issue[today]));
    for (const change of changes) if (change.field === field) for (const id of [change.from_id, change.to_id]) ids.add(id);
    return [...ids].filter((id) => id !== null && uuid.test(id)) as string[];
  };
  const { rows } = await sql<{ kind: 'status' | 'team' | 'person'; id: string; category: StatusCategoryName | null }>`
    select 'status' as kind, id, category from workflow_status where organization_id = ${organizationId} and id = any(${named('status_id', 'status')}::uuid[])
    union all
    select 'team', id, null from team where organization_id = ${organizationId} and id = any(${named('team_id', 'team')}::uuid[])
    union all
    select 'person', id, null from person where organization_id = ${organizationId} and id = any(${named('assignee_id', 'assignee')}::uuid[])
  `.execute(trx);
  const idsOf = (kind: string) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ id }) => id)
      .sort();
  return {
    teams: idsOf('team'),
    people: idsOf('person'),
    categories: new Map(rows.filter(({ kind }) => kind === 'status').map(({ id, category }) => [id, category])),
  };
}

export function categoryCodeOf(category: StatusCategoryName | null | undefined): number {
  return category === null || category === undefined ? -1 : statusCategoryCode[category];
}
