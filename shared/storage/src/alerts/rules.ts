import { randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import type { AlertTables } from '../alert-tables.ts';
import type { Tables } from '../tables.ts';

export type AlertRuleRow = Omit<Selectable<AlertTables['alert_rule']>, 'organization_id'>;

const firstRules = [
  { kind: 'external_blockers', level: 3, within_days: 7 },
  { kind: 'blocker_rise', level: 2, within_days: 7 },
] as const;

/** The rules that every organization begins with; once they are deleted they stay so. */
export async function ensureFirstRules(trx: Transaction<Tables>, organizationId: string, at: Date): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('alert_watch')
    .values({ organization_id: organizationId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return;
  await trx
    .insertInto('alert_rule')
    .values(
      firstRules.map((rule) => ({
        ...rule,
        organization_id: organizationId,
        id: randomUUID(),
        subject_kind: null,
        subject_id: null,
        is_on: true,
        made_by: 'Speedtax',
        made_at: at,
      })),
    )
    .execute();
}

/** In the order in which they were made. */
export async function listAlertRules(trx: Transaction<Tables>, organizationId: string): Promise<AlertRuleRow[]> {
  return trx
    .selectFrom('alert_rule')
    .select(['id', 'kind', 'level', 'within_days', 'subject_kind', 'subject_id', 'is_on', 'made_by', 'made_at'])
    .where('organization_id', '=', organizationId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

export async function insertAlertRule(trx: Transaction<Tables>, organizationId: string, rule: AlertRuleRow): Promise<void> {
  await trx
    .insertInto('alert_rule')
    .values({ organization_id: organizationId, ...rule })
    .execute();
}

/** What was remembered by the rule as it was is forgotten: with another level it must look anew. @returns false: there is none */
export async function updateAlertRule(
  trx: Transaction<Tables>,
  organizationId: string,
  id: string,
  change: Partial<Pick<AlertRuleRow, 'level' | 'within_days' | 'is_on'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('alert_rule')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  await trx.deleteFrom('alert_state').where('organization_id', '=', organizationId).where('rule_id', '=', id).execute();
  return numUpdatedRows > 0n;
}

/** @returns false: there is none */
export async function deleteAlertRule(trx: Transaction<Tables>, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('alert_rule')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
