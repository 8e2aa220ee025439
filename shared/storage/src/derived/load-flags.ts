import type { StepColumns } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import type { IdIndex } from './id-index.ts';
import { readCopy } from './read-copy.ts';

/** When issues were marked as impeded. Undefined: nobody ever marked anything, as in most companies. */
export async function loadFlags(
  trx: Transaction<Tables>,
  organizationId: string,
  issues: IdIndex,
  issueCount: number,
): Promise<StepColumns | undefined> {
  const rows: FlagRow[] = [];
  const query = sql`select issue_id, from_at, to_at from issue_flag where organization_id = ${sql.lit(organizationId)}`;
  await readCopy(trx, query, (row) => {
    const issue = issues.find(row, 0);
    if (issue !== -1) rows.push({ issue, from: row.instant(1), to: row.isNull(2) ? null : row.instant(2) });
  });
  return stepsOfFlags(rows, issueCount);
}

/** Instants in milliseconds; `to` null while it stands. */
export interface FlagRow {
  readonly issue: number;
  readonly from: number;
  readonly to: number | null;
}

/** Those of one issue do not overlap; where one begins as another ends the mark goes on. */
export function stepsOfFlags(rows: readonly FlagRow[], issueCount: number): StepColumns | undefined {
  if (rows.length === 0) return undefined;
  const offset = new Int32Array(issueCount + 1);
  const steps = rows
    .toSorted((a, b) => a.issue - b.issue || a.from - b.from)
    .flatMap(({ issue, from, to }) => [{ issue, at: from, value: 1 }, ...(to === null ? [] : [{ issue, at: to, value: 0 }])]);
  for (const { issue } of steps) offset[issue + 1] = (offset[issue + 1] as number) + 1;
  for (let issue = 0; issue < issueCount; issue += 1) offset[issue + 1] = (offset[issue + 1] as number) + (offset[issue] as number);
  return { offset, at: Float64Array.from(steps, ({ at }) => at), value: Int32Array.from(steps, ({ value }) => value) };
}
