import { endpoints } from '@speedtax/contract';
import { ensureFirstRules, findWatch, listAlertRules as listRows } from '@speedtax/storage/alerts';
import { presentRule } from '../alerts/present-rule.ts';
import { readSubjectNames } from '../alerts/read-rule-subject.ts';
import { route } from '../http/route.ts';

export const listAlertRules = route(endpoints.listAlertRules, ({ principal: { organizationId } }, { database, now }) =>
  database.inOrganization(organizationId, async (trx) => {
    await ensureFirstRules(trx, organizationId, new Date(now()));
    const rules = await listRows(trx, organizationId);
    const names = await readSubjectNames(trx, organizationId);
    const { watch, lookedAt, unknownBecause } = await findWatch(trx, organizationId);
    return {
      items: rules.map((row) => presentRule(row, (id) => names.get(id))),
      nextCursor: null,
      watch: {
        dataCutOff: watch === null ? null : new Date(watch.at).toISOString(),
        lookedAt: lookedAt?.toISOString() ?? null,
        unknownBecause,
      },
    };
  }),
);
