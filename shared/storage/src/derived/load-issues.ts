import { giveBack, type IdColumn, type IssueColumns, issueFlag } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { countRows } from './count-rows.ts';
import { PackedIdColumn, uuidBytes } from './id-column.ts';
import { type IdIndex, indexUuids } from './id-index.ts';
import { loadFlags } from './load-flags.ts';
import { loadSteps } from './load-steps.ts';
import type { Lookups } from './lookups.ts';
import { isCopy, projectOfEither } from './mirrors.ts';
import { orderUuids } from './order-uuids.ts';
import { readCopy } from './read-copy.ts';

/** What a row of `issue` says of today, from which histories are replayed. */
export interface IssuesToday {
  readonly count: number;
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

export interface LoadedIssues {
  readonly issues: IssueColumns;
  /** Ascending. */
  readonly ids: IdColumn;
  readonly index: IdIndex;
}

/** @param mirrors how many issues are copies of others: they are left out, and what they belong to is the other's if it has nothing */
export async function loadIssues(
  trx: Transaction<Tables>,
  organizationId: string,
  lookups: Lookups,
  mirrors: number,
): Promise<LoadedIssues> {
  const { bytes, project, flags, ...today } = await readIssues(trx, organizationId, lookups, mirrors);
  const index = indexUuids(bytes);
  const steps = await loadSteps(trx, organizationId, today, index, lookups);
  const flagged = await loadFlags(trx, organizationId, index, today.count);
  const { count, createdAt, ...replayed } = today;
  giveBack(Object.values(replayed));
  return {
    ids: new PackedIdColumn(bytes),
    index,
    issues: { count, createdAt, project, flags, ...steps, ...(flagged && { flagged }) },
  };
}

/** In the order of their ids: positions, and what they decide between equals, must not depend on where rows lie. */
async function readIssues(trx: Transaction<Tables>, organizationId: string, lookups: Lookups, mirrors: number) {
  const count = (await countRows(trx, organizationId, 'issue')) - mirrors;
  const bytes = new Uint8Array(count * uuidBytes);
  const columns = {
    createdAt: new Float64Array(count),
    updatedAt: new Float64Array(count),
    startedAt: new Float64Array(count),
    endedAt: new Float64Array(count),
    closedAt: new Float64Array(count),
    status: new Int32Array(count),
    team: new Int32Array(count),
    project: new Int32Array(count),
    assignee: new Int32Array(count),
    flags: new Uint8Array(count),
    hasHistory: new Uint8Array(count),
  };
  const { status, team, project, assignee } = lookups.today;
  let i = 0;
  await readCopy(trx, issueQuery(organizationId, mirrors > 0), (row) => {
    row.copyBytes(0, bytes, i * uuidBytes);
    columns.createdAt[i] = row.instant(1);
    columns.updatedAt[i] = row.instant(2);
    columns.startedAt[i] = row.instantOrNaN(3);
    columns.endedAt[i] = row.instantOrNaN(4);
    columns.closedAt[i] = row.instantOrNaN(5);
    columns.status[i] = status(row, 6);
    columns.team[i] = team(row, 7);
    columns.project[i] = project(row, 8);
    columns.assignee[i] = assignee(row, 9);
    columns.flags[i] = row.boolean(10) ? issueFlag.defect : 0;
    columns.hasHistory[i] = row.boolean(11) ? 1 : 0;
    i += 1;
  });
  const order = orderUuids(bytes);
  const sorted = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, inOrder(column, order)])) as typeof columns;
  return { count, bytes: idsInOrder(bytes, order), ...sorted };
}

function inOrder<A extends Float64Array | Int32Array | Uint8Array>(column: A, order: Int32Array): A {
  const unsorted = column.slice();
  for (let place = 0; place < order.length; place += 1) column[place] = unsorted[order[place] as number] as number;
  giveBack([unsorted]);
  return column;
}

function idsInOrder(bytes: Uint8Array, order: Int32Array): Uint8Array {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const sorted = new Int32Array(words.length);
  for (let place = 0; place < order.length; place += 1) {
    const from = (order[place] as number) * 4;
    const to = place * 4;
    sorted[to] = words[from] as number;
    sorted[to + 1] = words[from + 1] as number;
    sorted[to + 2] = words[from + 2] as number;
    sorted[to + 3] = words[from + 3] as number;
  }
  giveBack([words]);
  return new Uint8Array(sorted.buffer);
}

function issueQuery(organizationId: string, hasMirrors: boolean) {
  const organization = sql.lit(organizationId);
  return sql`
    select id, created_at, updated_at, started_at, coalesce(completed_at, canceled_at), closed_at, status_id, team_id,
      ${hasMirrors ? projectOfEither(organization) : sql`project_id`}, assignee_id, is_defect, history_read_at is not null
    from issue i
    where organization_id = ${organization} ${hasMirrors ? sql`and not ${isCopy(organization, 'i')}` : sql``}`;
}
