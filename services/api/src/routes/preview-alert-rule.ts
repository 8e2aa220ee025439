import { endpoints } from '@speedtax/contract';
import { previewRule } from '../alerts/preview-rule.ts';
import { checkSubject } from '../alerts/read-rule-subject.ts';
import { route } from '../http/route.ts';

export const previewAlertRule = route(
  endpoints.previewAlertRule,
  ({ body, principal: { organizationId } }, { database, now, past, limits }) =>
    past.inTurn(() =>
      database.inOrganization(
        organizationId,
        async (trx) => {
          await checkSubject(trx, organizationId, body);
          return previewRule(trx, organizationId, body, new Date(now()));
        },
        { readOnly: true, statementTimeoutMs: limits.statementTimeoutMs },
      ),
    ),
);
