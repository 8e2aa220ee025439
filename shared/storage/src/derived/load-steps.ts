import { type FieldChange, type IssueColumns, orderChanges, type StepColumns } from '@speedtax/domain';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { numberedIds } from './list-ids.ts';
import { categoryCode, type IssuesToday } from './load-issues.ts';
import { readCopy } from './read-copy.ts';
import { StepBuilder } from './step-builder.ts';
import { fieldRules } from './steps-of-today.ts';

type Field = keyof typeof fieldRules;

/** Replays the dated changes of every issue; what never changed has been as it is today since the issue was created. */
export async function loadSteps(trx: Transaction<Tables>, organizationId: string, today: IssuesToday): Promise<Pick<IssueColumns, Field>> {
  return {
    status: await replay(trx, organizationId, 'status', today),
    team: await replay(trx, organizationId, 'team', today),
    closed: await replay(trx, organizationId, 'closed', today),
    assignee: await replay(trx, organizationId, 'assignee', today),
  };
}

/** Issues and changes come in the order of the issues' ids: one pass over both. */
async function replay(trx: Transaction<Tables>, organizationId: string, field: Field, today: IssuesToday): Promise<StepColumns> {
  const rule = fieldRules[field];
  const steps = new StepBuilder(today.count, await countChanges(trx, organizationId, field));
  let issue = -1;
  let changes: FieldChange<number>[] = [];
  const finishIssue = () => {
    const createdAt = today.createdAt[issue] as number;
    let last = { at: createdAt, value: -1 };
    for (const [place, change] of inOrder(changes).entries()) {
      if (place === 0 && rule.fromCreation) steps.add(createdAt, change.from);
      last = { at: Math.max(change.at, createdAt), value: change.to };
      steps.add(last.at, last.value);
    }
    catchUp(steps, last, rule.today(issue, today));
    changes = [];
  };
  const goTo = (next: number) => {
    if (issue >= 0) finishIssue();
    for (issue += 1; issue < next; issue += 1) {
      steps.begin(issue);
      rule.addUnchanged(steps, issue, today);
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
    }
    changes.push({ at: row.instant(1), from: row.isNull(2) ? -1 : row.int(2), to: row.isNull(3) ? -1 : row.int(3) });
  });
  goTo(today.count);
  return steps.finish();
}

/** They come by time already: only those of one instant have to be put in order. */
function inOrder(changes: FieldChange<number>[]): FieldChange<number>[] {
  return changes.some((change, place) => change.at === changes[place - 1]?.at) ? orderChanges(changes) : changes;
}

/** A change that the history does not tell: the wait it ended must not go on for ever. */
function catchUp(steps: StepBuilder, last: { at: number; value: number }, now: { at: number; value: number }): void {
  if (now.value !== last.value) steps.add(Math.max(now.at, last.at), now.value);
}

function changesQuery(organizationId: string, field: Field): RawBuilder<unknown> {
  const values = {
    status: sql`${categoryCode('was')}, ${categoryCode('became')}`,
    team: sql`was.position, became.position`,
    assignee: sql`was.position, became.position`,
    closed: sql`(c.from_id is not null)::int, (c.to_id is not null)::int`,
  }[field];
  const statuses = sql`(select id::text, category from workflow_status where organization_id = ${sql.lit(organizationId)})`;
  const numbered = numberedIds(organizationId, field === 'assignee' ? 'person' : 'team');
  const lookup = field === 'status' ? statuses : sql`(select id::text, position from ${numbered} numbered)`;
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
