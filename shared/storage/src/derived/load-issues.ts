import { type IssueColumns, issueFlag, statusCategoryCode } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { countRows } from './count-rows.ts';
import { numberedIds } from './list-ids.ts';
import { loadSteps } from './load-steps.ts';
import { readCopy } from './read-copy.ts';

/** What a row of `issue` says of today, from which histories are replayed. */
export interface IssuesToday {
  readonly count: number;
  /** Ascending. */
  readonly ids: readonly string[];
  readonly createdAt: Float64Array;
  /** `statusCategoryCode`, −1: not known. */
  readonly status: Int32Array;
  /** Index into the teams, −1: not known. */
  readonly team: Int32Array;
  /** Index into the people, −1: nobody. */
  readonly assignee: Int32Array;
  readonly updatedAt: Float64Array;
  /** NaN where it is not. */
  readonly startedAt: Float64Array;
  /** Completed or canceled; NaN where it is not. */
  readonly endedAt: Float64Array;
  /** NaN where it is not. */
  readonly closedAt: Float64Array;
  /** 1: its change log has been read. */
  readonly hasHistory: Uint8Array;
}

export async function loadIssues(
  trx: Transaction<Tables>,
  organizationId: string,
): Promise<{ issues: IssueColumns; ids: readonly string[] }> {
  const count = await countRows(trx, organizationId, 'issue');
  const ids: string[] = new Array(count);
  const project = new Int32Array(count);
  const flags = new Uint8Array(count);
  const today = {
    count,
    ids,
    createdAt: new Float64Array(count),
    status: new Int32Array(count),
    team: new Int32Array(count),
    assignee: new Int32Array(count),
    updatedAt: new Float64Array(count),
    startedAt: new Float64Array(count),
    endedAt: new Float64Array(count),
    closedAt: new Float64Array(count),
    hasHistory: new Uint8Array(count),
  };
  let i = 0;
  await readCopy(trx, issueQuery(organizationId), (row) => {
    ids[i] = row.uuid(0);
    today.createdAt[i] = row.instant(1);
    today.status[i] = row.isNull(2) ? -1 : row.int(2);
    today.team[i] = row.isNull(3) ? -1 : row.int(3);
    project[i] = row.isNull(4) ? -1 : row.int(4);
    flags[i] = row.boolean(5) ? issueFlag.defect : 0;
    today.startedAt[i] = row.isNull(6) ? Number.NaN : row.instant(6);
    today.endedAt[i] = row.isNull(7) ? Number.NaN : row.instant(7);
    today.closedAt[i] = row.isNull(8) ? Number.NaN : row.instant(8);
    today.hasHistory[i] = row.boolean(9) ? 1 : 0;
    today.updatedAt[i] = row.instant(10);
    today.assignee[i] = row.isNull(11) ? -1 : row.int(11);
    i += 1;
  });
  return {
    ids,
    issues: { count, createdAt: today.createdAt, project, flags, ...(await loadSteps(trx, organizationId, today)) },
  };
}

function issueQuery(organizationId: string) {
  return sql`
    select i.id, i.created_at, ${categoryCode('s')}, t.position, p.position, i.is_defect,
      i.started_at, coalesce(i.completed_at, i.canceled_at), i.closed_at, i.history_read_at is not null, i.updated_at, a.position
    from issue i
    left join workflow_status s on s.organization_id = i.organization_id and s.id = i.status_id
    left join ${numberedIds(organizationId, 'team')} t on t.id = i.team_id
    left join ${numberedIds(organizationId, 'project')} p on p.id = i.project_id
    left join ${numberedIds(organizationId, 'person')} a on a.id = i.assignee_id
    where i.organization_id = ${sql.lit(organizationId)}
    order by i.id`;
}

/** The number of a status' category; null where it is not known. */
export function categoryCode(alias: string) {
  const cases = Object.entries(statusCategoryCode).map(([category, code]) => sql`when ${sql.lit(category)} then ${sql.lit(code)}`);
  return sql`(case ${sql.ref(`${alias}.category`)} ${sql.join(cases, sql` `)} end)::int`;
}
