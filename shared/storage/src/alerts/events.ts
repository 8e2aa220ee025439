import { randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import type { AlertMessage, AlertTables } from '../alert-tables.ts';
import type { Tables } from '../tables.ts';

export type AlertEventRow = Omit<Selectable<AlertTables['alert_event']>, 'organization_id'>;

export interface NewAlertEvent {
  readonly alertId: string;
  readonly kind: AlertEventRow['kind'];
  readonly at: Date;
  readonly value?: number | null;
  readonly byName?: string;
  readonly message?: AlertMessage;
}

/** @returns its id */
export async function insertAlertEvent(
  trx: Transaction<Tables>,
  organizationId: string,
  { alertId, kind, at, value = null, byName, message }: NewAlertEvent,
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('alert_event')
    .values({
      organization_id: organizationId,
      id,
      alert_id: alertId,
      kind,
      at,
      value,
      by_name: byName ?? null,
      message: message === undefined ? null : JSON.stringify(message),
    })
    .execute();
  return id;
}

const mostEvents = 2_000;

/** Of these alerts, in the order in which they happened. */
export async function listAlertEvents(
  trx: Transaction<Tables>,
  organizationId: string,
  alertIds: readonly string[],
): Promise<AlertEventRow[]> {
  if (alertIds.length === 0) return [];
  return trx
    .selectFrom('alert_event')
    .select(['id', 'alert_id', 'kind', 'at', 'value', 'by_name', 'message'])
    .where('organization_id', '=', organizationId)
    .where('alert_id', 'in', [...alertIds])
    .orderBy('at')
    .orderBy('kind', 'desc')
    .orderBy('id')
    .limit(mostEvents)
    .execute();
}

export async function listAlertEventsById(
  trx: Transaction<Tables>,
  organizationId: string,
  ids: readonly string[],
): Promise<AlertEventRow[]> {
  if (ids.length === 0) return [];
  return trx
    .selectFrom('alert_event')
    .select(['id', 'alert_id', 'kind', 'at', 'value', 'by_name', 'message'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...ids])
    .execute();
}
