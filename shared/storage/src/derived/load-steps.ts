import { type IssueColumns, type StepColumns, statusCategoryCode } from '@speedtax/domain';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { numberedIds } from './list-ids.ts';
import { categoryCode, type IssuesToday } from './load-issues.ts';
import { readCopy } from './read-copy.ts';
import { StepBuilder } from './step-builder.ts';

type Field = 'status' | 'team' | 'closed';

/** Replays the dated changes of every issue; what never changed has been as it is today since the issue was created. */
export async function loadSteps(trx: Transaction<Tables>, organizationId: string, today: IssuesToday): Promise<Pick<IssueColumns, Field>> {
  return {
    status: await replay(trx, organizationId, 'status', today, addUnchangedStatus),
    team: await replay(trx, organizationId, 'team', today, (steps, i) => steps.add(today.createdAt[i] as number, today.team[i] as number)),
    closed: await replay(trx, organizationId, 'closed', today, (steps, i) => {
      const closedAt = today.closedAt[i] as number;
      if (!Number.isNaN(closedAt)) steps.add(closedAt, 1);
    }),
  };
}

async function replay(
  trx: Transaction<Tables>,
  organizationId: string,
  field: Field,
  today: IssuesToday,
  addUnchanged: (steps: StepBuilder, issue: number, today: IssuesToday) => void,
): Promise<StepColumns> {
  const changes = await countChanges(trx, organizationId, field);
  const steps = new StepBuilder(today.count, changes);
  const hasFirstStep = field !== 'closed';
  let issue = -1;
  const goTo = (next: number) => {
    for (issue += 1; issue < next; issue += 1) {
      steps.begin(issue);
      addUnchanged(steps, issue, today);
    }
  };
  await readCopy(trx, changesQuery(organizationId, field), (row) => {
    const id = row.uuid(0);
    if (today.ids[issue] !== id) {
      let next = issue + 1;
      while (next < today.count && (today.ids[next] as string) < id) next += 1;
      if (today.ids[next] !== id) return;
      goTo(next);
      steps.begin(next);
      if (hasFirstStep) steps.add(today.createdAt[next] as number, row.isNull(2) ? -1 : row.int(2));
    }
    steps.add(row.instant(1), row.isNull(3) ? -1 : row.int(3));
  });
  goTo(today.count);
  return steps.finish();
}

/** Before its change log is read an issue is known from its own timestamps: what lies before them is not known. */
function addUnchangedStatus(steps: StepBuilder, i: number, { createdAt, startedAt, endedAt, status, hasHistory }: IssuesToday): void {
  const now = status[i] as number;
  if (hasHistory[i] === 1 || now < statusCategoryCode.started) {
    steps.add(createdAt[i] as number, now);
    return;
  }
  steps.add(createdAt[i] as number, -1);
  const started = startedAt[i] as number;
  if (!Number.isNaN(started)) steps.add(started, statusCategoryCode.started);
  const ended = endedAt[i] as number;
  if (now > statusCategoryCode.started && !Number.isNaN(ended)) steps.add(ended, now);
}

function changesQuery(organizationId: string, field: Field): RawBuilder<unknown> {
  const values = {
    status: sql`${categoryCode('was')}, ${categoryCode('became')}`,
    team: sql`was.position, became.position`,
    closed: sql`(c.from_id is not null)::int, (c.to_id is not null)::int`,
  }[field];
  const statuses = sql`(select id::text, category from workflow_status where organization_id = ${sql.lit(organizationId)})`;
  const teams = sql`(select id::text, position from ${numberedIds(organizationId, 'team')} numbered)`;
  const lookup = field === 'status' ? statuses : teams;
  return sql`
    select c.issue_id, c.at, ${values}
    from issue_change c
    ${field === 'closed' ? sql`` : sql`left join ${lookup} was on was.id = c.from_id left join ${lookup} became on became.id = c.to_id`}
    where c.organization_id = ${sql.lit(organizationId)} and c.field = ${sql.lit(field)}
    order by c.issue_id, c.at, c.external_id`;
}

async function countChanges(trx: Transaction<Tables>, organizationId: string, field: Field): Promise<number> {
  const { changes } = await trx
    .selectFrom('issue_change')
    .select((query) => query.fn.countAll<number>().as('changes'))
    .where('organization_id', '=', organizationId)
    .where('field', '=', field)
    .executeTakeFirstOrThrow();
  return changes;
}
