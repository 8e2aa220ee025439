import type { Calendar, WorkingTime } from '@speedtax/domain';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

export interface OrganizationSettings {
  readonly name: string;
  readonly timeZone: string;
  readonly durations: 'calendar' | 'working';
  /** Kept while durations are calendar time. */
  readonly workingTime: WorkingTime;
}

export async function getOrganizationSettings(trx: Transaction<Tables>, organizationId: string): Promise<OrganizationSettings> {
  return trx
    .selectFrom('organization')
    .select(['name', 'time_zone as timeZone', 'durations', 'working_time as workingTime'])
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
}

/** Until the transaction ends no other one changes them. */
export async function lockOrganizationSettings(trx: Transaction<Tables>, organizationId: string): Promise<OrganizationSettings> {
  await trx.selectFrom('organization').select('id').where('id', '=', organizationId).forUpdate().execute();
  return getOrganizationSettings(trx, organizationId);
}

export async function updateOrganizationSettings(
  trx: Transaction<Tables>,
  organizationId: string,
  { name, timeZone, durations, workingTime }: OrganizationSettings,
): Promise<void> {
  await trx
    .updateTable('organization')
    .set({ name, time_zone: timeZone, durations, working_time: JSON.stringify(workingTime) })
    .where('id', '=', organizationId)
    .execute();
}

/** What figures are measured with from the next analysis on. */
export function calendarOf({ timeZone, durations, workingTime }: OrganizationSettings): Calendar {
  return { timeZone, working: durations === 'working' ? workingTime : null };
}
