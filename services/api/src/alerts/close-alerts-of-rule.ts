import { dropUnsent, insertAlertEvent, listOpenAlerts, updateOpenAlert } from '@speedtax/storage/alerts';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';

/** A rule that is changed has not said what it says now: its open alerts end, and what was not sent yet is not. */
export async function closeAlertsOfRule(
  trx: DatabaseTransaction,
  organizationId: string,
  ruleId: string,
  by: string,
  at: Date,
): Promise<void> {
  for (const { id } of await listOpenAlerts(trx, organizationId, { ruleId })) {
    await updateOpenAlert(trx, organizationId, id, { closed_at: at, closed_because: 'rule_changed' });
    await insertAlertEvent(trx, organizationId, { alertId: id, kind: 'ended', at, byName: by });
    await dropUnsent(trx, organizationId, { alertId: id, answer: 'its rule was changed', at });
  }
}
