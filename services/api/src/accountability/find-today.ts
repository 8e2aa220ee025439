import { dayOf, isoDayOf, makeClockCovering } from '@speedtax/domain';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';

/** The day it is in the organization's time zone, as 'YYYY-MM-DD'. */
export async function findToday(trx: DatabaseTransaction, organizationId: string, now: number): Promise<string> {
  const { time_zone: timeZone } = await trx
    .selectFrom('organization')
    .select('time_zone')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return isoDayOf(dayOf(makeClockCovering(timeZone, now, now), now));
}
