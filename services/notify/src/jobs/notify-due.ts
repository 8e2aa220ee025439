import { listOrganizationsWithDue } from '@speedtax/storage/alerts';
import type { NotifyContext } from '../context.ts';
import { leaseMs } from '../deliver/settle-in-doubt.ts';

/** More organizations than this are woken the next time. */
const mostOrganizations = 1_000;

/** Wakes every organization of which something is due: digests, ends of quiet hours, retries, what a process left behind. */
export async function handleNotifyDue({ database, queue, now }: Pick<NotifyContext, 'database' | 'queue' | 'now'>): Promise<void> {
  const question = { now: new Date(now()), claimedBefore: new Date(now() - leaseMs), limit: mostOrganizations };
  const organizationIds = await database.asSystem((trx) => listOrganizationsWithDue(trx, question));
  for (const organizationId of organizationIds) await queue.enqueue('notify.deliver', { organizationId });
}
