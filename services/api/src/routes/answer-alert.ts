import { endpoints } from '@speedtax/contract';
import { listAlertEvents, listAlerts } from '@speedtax/storage/alerts';
import { answerOpenAlert } from '../alerts/answer-open-alert.ts';
import { presentAlert } from '../alerts/present-alert.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const answerAlert = route(endpoints.answerAlert, ({ params: { id }, body, principal }, { database, now }) => {
  const { organizationId, name } = principal;
  const find = { id, limit: 1 };
  return database.inOrganization(organizationId, async (trx) => {
    const [alert] = await listAlerts(trx, organizationId, find);
    if (alert === undefined) throw notFound('alert');
    if (alert.closed_at !== null) throw new HttpProblem(409, 'alert_is_over', 'The alert is over already');
    await answerOpenAlert(trx, organizationId, alert, body, { by: name, at: new Date(now()) });
    const [answered = alert] = await listAlerts(trx, organizationId, find);
    return presentAlert(answered, await listAlertEvents(trx, organizationId, [id]));
  });
});
