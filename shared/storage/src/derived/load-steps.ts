import { giveBack, type IssueColumns } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { ChangeBlocks } from './change-blocks.ts';
import type { IdIndex } from './id-index.ts';
import type { IssuesToday } from './load-issues.ts';
import type { Find, Lookups } from './lookups.ts';
import { readCopy } from './read-copy.ts';
import { replayChanges } from './replay-changes.ts';
import { fieldRules } from './steps-of-today.ts';

type Field = keyof typeof fieldRules;
const fields = Object.keys(fieldRules) as Field[];

/**
 * Replays the dated changes of every issue. They are read as they lie: Postgres would sort millions of wide rows, and look up each of
 * their values, several times slower than columns are sorted and filled here.
 */
export async function loadSteps(
  trx: Transaction<Tables>,
  organizationId: string,
  today: IssuesToday,
  issues: IdIndex,
  lookups: Lookups,
): Promise<Pick<IssueColumns, Field>> {
  const changes = fields.map(() => new ChangeBlocks());
  const findIn = fields.map((field) => lookups.changed[field]);
  await readCopy(trx, changesQuery(organizationId), (row) => {
    const issue = issues.find(row, 0);
    if (issue === -1) return;
    const field = row.int(1);
    const find = findIn[field] as Find;
    (changes[field] as ChangeBlocks).add(issue, row.instant(2), find(row, 3), find(row, 4));
  });
  const [status, team, closed, assignee] = fields.map((field, k) => {
    const sorted = (changes[k] as ChangeBlocks).sort(today.count);
    const steps = replayChanges(sorted, fieldRules[field], today);
    giveBack(Object.values(sorted));
    return steps;
  });
  return { status, team, closed, assignee } as Pick<IssueColumns, Field>;
}

function changesQuery(organizationId: string) {
  const numbers = fields.map((field, k) => sql`when ${sql.lit(field)} then ${sql.lit(k)}`);
  return sql`
    select issue_id, (case field ${sql.join(numbers, sql` `)} end)::int, at, from_id, to_id from issue_change
    where organization_id = ${sql.lit(organizationId)} and field in (${sql.join(fields.map((field) => sql.lit(field)))})`;
}
