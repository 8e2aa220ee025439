import { endpoints } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import { listAlertRules, lockWatch, updateAlertRule } from '@speedtax/storage/alerts';
import { closeAlertsOfRule } from '../alerts/close-alerts-of-rule.ts';
import { presentRule } from '../alerts/present-rule.ts';
import { readSubjectNames } from '../alerts/read-rule-subject.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const changeAlertRule = route(endpoints.changeAlertRule, ({ params: { id }, body, principal }, { database, now }) => {
  const { organizationId, name, actor } = principal;
  const at = new Date(now());
  return database.inOrganization(organizationId, async (trx) => {
    await lockWatch(trx, organizationId);
    const before = (await listAlertRules(trx, organizationId)).find((rule) => rule.id === id);
    if (before === undefined) throw notFound('alert rule');
    const { level = before.level, withinDays = before.within_days, on = before.is_on } = body;
    const after = { ...before, level, within_days: withinDays, is_on: on };
    await updateAlertRule(trx, organizationId, id, { level, within_days: withinDays, is_on: on });
    await closeAlertsOfRule(trx, organizationId, id, name, at);
    const detail = { level, withinDays, on };
    await recordAudit(trx, {
      organizationId,
      actor,
      action: 'alert_rule.changed',
      subject: { kind: 'alert_rule', id, name: before.kind },
      detail,
      at,
    });
    const names = await readSubjectNames(trx, organizationId);
    return presentRule(after, (subjectId) => names.get(subjectId));
  });
});
