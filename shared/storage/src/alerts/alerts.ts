import type { Selectable, Transaction, Updateable } from 'kysely';
import type { AlertTables } from '../alert-tables.ts';
import type { Tables } from '../tables.ts';

export type AlertRow = Omit<Selectable<AlertTables['alert']>, 'organization_id'>;

export interface AlertQuestion {
  readonly id?: string | undefined;
  readonly isOpen?: boolean | undefined;
  readonly subjectId?: string | undefined;
  readonly after?: { readonly raisedAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** The latest first. */
export async function listAlerts(
  trx: Transaction<Tables>,
  organizationId: string,
  { id, isOpen, subjectId, after, limit }: AlertQuestion,
): Promise<AlertRow[]> {
  return trx
    .selectFrom('alert')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .$if(id !== undefined, (query) => query.where('id', '=', id as string))
    .$if(subjectId !== undefined, (query) => query.where('subject_id', '=', subjectId as string))
    .$if(isOpen !== undefined, (query) => query.where('closed_at', isOpen ? 'is' : 'is not', null))
    .$if(Boolean(after), (query) =>
      query.where(({ eb, refTuple, tuple }) => eb(refTuple('raised_at', 'id'), '<', tuple(after?.raisedAt as Date, after?.id as string))),
    )
    .orderBy('raised_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Those of one organization; at most one of a rule and a subject. */
export async function listOpenAlerts(
  trx: Transaction<Tables>,
  organizationId: string,
  { ruleId }: { ruleId?: string } = {},
): Promise<AlertRow[]> {
  return trx
    .selectFrom('alert')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('closed_at', 'is', null)
    .$if(ruleId !== undefined, (query) => query.where('rule_id', '=', ruleId as string))
    .execute();
}

/** Refused by Postgres where one of the same rule and subject is open. */
export async function insertAlert(
  trx: Transaction<Tables>,
  organizationId: string,
  alert: Pick<
    AlertRow,
    'id' | 'rule_id' | 'kind' | 'level' | 'within_days' | 'subject_kind' | 'subject_id' | 'subject_name' | 'value' | 'raised_at'
  >,
): Promise<void> {
  await trx
    .insertInto('alert')
    .values({ organization_id: organizationId, ...alert })
    .execute();
}

/** @returns false: it is not there, or over already */
export async function updateOpenAlert(
  trx: Transaction<Tables>,
  organizationId: string,
  id: string,
  change: Updateable<AlertTables['alert']>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('alert')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Of a rule and a subject, over or not. */
export async function findLatestAlertId(
  trx: Transaction<Tables>,
  organizationId: string,
  { ruleId, subjectId }: { ruleId: string; subjectId: string },
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('alert')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('rule_id', '=', ruleId)
    .where('subject_id', '=', subjectId)
    .orderBy('raised_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

export async function listAlertsById(trx: Transaction<Tables>, organizationId: string, ids: readonly string[]): Promise<AlertRow[]> {
  if (ids.length === 0) return [];
  return trx
    .selectFrom('alert')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...ids])
    .execute();
}
