import { endpoints } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import { lockOrganizationSettings, updateOrganizationSettings } from '@speedtax/storage/organization';
import { badRequest } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { readOrganization } from '../organization/read-organization.ts';
import { mapWorkingHours } from '../present/present-organization.ts';

export const changeOrganization = route(endpoints.changeOrganization, async ({ body, principal: { organizationId, actor } }, context) => {
  const { name, timeZone, durations, workingHours } = body;
  if (timeZone !== undefined) checkTimeZone(timeZone);
  const changed = await context.database.inOrganization(organizationId, async (trx) => {
    const before = await lockOrganizationSettings(trx, organizationId);
    await updateOrganizationSettings(trx, organizationId, {
      name: name ?? before.name,
      timeZone: timeZone ?? before.timeZone,
      durations: durations ?? before.durations,
      workingTime: workingHours ? mapWorkingHours(workingHours) : before.workingTime,
    });
    const subject = { kind: 'organization', id: organizationId, name: before.name };
    const at = new Date(context.now());
    await recordAudit(trx, { organizationId, actor, action: 'organization.changed', subject, detail: body, at });
    return readOrganization(trx, organizationId);
  });
  if (!changed.figuresAreCurrent) await context.queue.enqueue('analysis.run', { organizationId, syncId: null });
  return changed;
});

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw badRequest([{ path: 'timeZone', message: `There is no time zone '${timeZone}': expected an IANA name such as Europe/Berlin` }]);
  }
}
