import { endpoints } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import { deleteAlertRule as deleteRow, listAlertRules, lockWatch } from '@speedtax/storage/alerts';
import { closeAlertsOfRule } from '../alerts/close-alerts-of-rule.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const deleteAlertRule = route(endpoints.deleteAlertRule, async ({ params: { id }, principal }, { database, now }) => {
  const { organizationId, name, actor } = principal;
  const at = new Date(now());
  await database.inOrganization(organizationId, async (trx) => {
    await lockWatch(trx, organizationId);
    const rule = (await listAlertRules(trx, organizationId)).find((one) => one.id === id);
    if (rule === undefined) throw notFound('alert rule');
    await closeAlertsOfRule(trx, organizationId, id, name, at);
    await deleteRow(trx, organizationId, id);
    await recordAudit(trx, {
      organizationId,
      actor,
      action: 'alert_rule.deleted',
      subject: { kind: 'alert_rule', id, name: rule.kind },
      at,
    });
  });
  return undefined;
});
