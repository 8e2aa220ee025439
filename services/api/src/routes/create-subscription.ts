import { randomUUID } from 'node:crypto';
import { endpoints, type NewSubscription } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import { insertAlertSubscription, listAlertChannels, listAlertRules, listAlertSubscriptions } from '@speedtax/storage/alerts';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';
import { minuteOfDay, presentSubscription } from '../alerts/present-channel.ts';
import { readSubjectNames } from '../alerts/read-rule-subject.ts';
import { badRequest, HttpProblem } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

const mostSubscriptions = 200;

export const createSubscription = route(endpoints.createSubscription, async ({ body, principal, response }, { database, now }) => {
  const { organizationId, actor } = principal;
  checkTimeZone(body.timeZone);
  const { channelId, ruleId, subjectId, tells, timeZone, quietHours, digestAt } = body;
  const row = {
    id: randomUUID(),
    channel_id: channelId,
    rule_id: ruleId,
    subject_id: subjectId,
    tells: [...new Set(tells)],
    time_zone: timeZone,
    quiet_from_minute: quietHours && minuteOfDay(quietHours.from),
    quiet_to_minute: quietHours && minuteOfDay(quietHours.to),
    digest_minute: digestAt === null ? null : minuteOfDay(digestAt),
  };
  await database.inOrganization(organizationId, async (trx) => {
    const channel = await checkNamed(trx, organizationId, body);
    if ((await listAlertSubscriptions(trx, organizationId)).length >= mostSubscriptions)
      throw new HttpProblem(422, 'too_many_subscriptions', 'No more subscriptions can be kept', {
        detail: `There are ${mostSubscriptions} already.`,
      });
    await insertAlertSubscription(trx, organizationId, row);
    const subject = { kind: 'subscription', id: row.id, name: channel };
    await recordAudit(trx, {
      organizationId,
      actor,
      action: 'subscription.created',
      subject,
      detail: { tells: row.tells },
      at: new Date(now()),
    });
  });
  response.location(`/api/v1/alert-subscriptions/${row.id}`);
  return presentSubscription(row);
});

/** @returns the name of the channel @throws HttpProblem 400 where something that is named is not there */
async function checkNamed(
  trx: DatabaseTransaction,
  organizationId: string,
  { channelId, ruleId, subjectId }: NewSubscription,
): Promise<string> {
  const channel = (await listAlertChannels(trx, organizationId)).find(({ id }) => id === channelId);
  const isRule = ruleId === null || (await listAlertRules(trx, organizationId)).some(({ id }) => id === ruleId);
  const isSubject = subjectId === null || (await readSubjectNames(trx, organizationId)).has(subjectId);
  const errors = [
    ...(channel ? [] : [{ path: 'channelId', message: 'There is no such channel' }]),
    ...(isRule ? [] : [{ path: 'ruleId', message: 'There is no such rule' }]),
    ...(isSubject ? [] : [{ path: 'subjectId', message: 'There is no such initiative or team' }]),
  ];
  if (errors.length > 0 || !channel) throw badRequest(errors);
  return channel.name;
}

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw badRequest([{ path: 'timeZone', message: 'Expected the IANA name of a time zone, such as Europe/Berlin' }]);
  }
}
