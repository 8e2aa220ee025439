import type { AlertState } from '@speedtax/domain';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

export interface StoredState {
  readonly ruleId: string;
  readonly subjectId: string;
  readonly state: AlertState;
}

export async function listAlertStates(trx: Transaction<Tables>, organizationId: string): Promise<StoredState[]> {
  return trx
    .selectFrom('alert_state')
    .select(['rule_id as ruleId', 'subject_id as subjectId', 'state'])
    .where('organization_id', '=', organizationId)
    .execute();
}

export async function findAlertState(
  trx: Transaction<Tables>,
  organizationId: string,
  { ruleId, subjectId }: { ruleId: string; subjectId: string },
): Promise<AlertState | undefined> {
  const row = await trx
    .selectFrom('alert_state')
    .select('state')
    .where('organization_id', '=', organizationId)
    .where('rule_id', '=', ruleId)
    .where('subject_id', '=', subjectId)
    .forUpdate()
    .executeTakeFirst();
  return row?.state;
}

export async function upsertAlertStates(trx: Transaction<Tables>, organizationId: string, states: readonly StoredState[]): Promise<void> {
  if (states.length === 0) return;
  const rows = JSON.stringify(states.map(({ ruleId, subjectId, state }) => ({ rule_id: ruleId, subject_id: subjectId, state })));
  await sql`
    insert into alert_state (organization_id, rule_id, subject_id, state)
    select ${organizationId}::uuid, rule_id, subject_id, state
    from jsonb_to_recordset(${rows}::jsonb) as told (rule_id uuid, subject_id uuid, state jsonb)
    on conflict (organization_id, rule_id, subject_id) do update set state = excluded.state
  `.execute(trx);
}

/** Of subjects that are no longer watched by their rule. */
export async function deleteAlertStates(
  trx: Transaction<Tables>,
  organizationId: string,
  ruleId: string,
  subjectIds: readonly string[],
): Promise<void> {
  if (subjectIds.length === 0) return;
  await trx
    .deleteFrom('alert_state')
    .where('organization_id', '=', organizationId)
    .where('rule_id', '=', ruleId)
    .where('subject_id', 'in', [...subjectIds])
    .execute();
}
