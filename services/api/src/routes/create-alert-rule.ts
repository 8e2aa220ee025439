import { randomUUID } from 'node:crypto';
import { endpoints } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import { ensureFirstRules, insertAlertRule, listAlertRules } from '@speedtax/storage/alerts';
import { presentRule } from '../alerts/present-rule.ts';
import { checkSubject, readSubjectNames } from '../alerts/read-rule-subject.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

/** More than anybody keeps apart; each is looked at after every sync. */
const mostRules = 200;

export const createAlertRule = route(endpoints.createAlertRule, async ({ body, principal, response }, { database, now }) => {
  const { organizationId, name, actor } = principal;
  const at = new Date(now());
  const rule = await database.inOrganization(organizationId, async (trx) => {
    await ensureFirstRules(trx, organizationId, at);
    await checkSubject(trx, organizationId, body);
    if ((await listAlertRules(trx, organizationId)).length >= mostRules)
      throw new HttpProblem(422, 'too_many_rules', 'No more rules can be kept', { detail: `There are ${mostRules} already.` });
    const { kind, level, withinDays, subject, on } = body;
    const row = {
      id: randomUUID(),
      kind,
      level,
      within_days: withinDays,
      subject_kind: subject?.kind ?? null,
      subject_id: subject?.id ?? null,
      is_on: on,
      made_by: name,
      made_at: at,
    };
    await insertAlertRule(trx, organizationId, row);
    const detail = { level, withinDays, subject };
    await recordAudit(trx, {
      organizationId,
      actor,
      action: 'alert_rule.created',
      subject: { kind: 'alert_rule', id: row.id, name: kind },
      detail,
      at,
    });
    const names = await readSubjectNames(trx, organizationId);
    return presentRule(row, (id) => names.get(id));
  });
  response.location(`/api/v1/alert-rules/${rule.id}`);
  return rule;
});
