import { endpoints } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import { deleteAlertChannel, listAlertChannels } from '@speedtax/storage/alerts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

export const deleteChannel = route(endpoints.deleteChannel, async ({ params: { id }, principal }, { database, now }) => {
  const { organizationId, actor } = principal;
  await database.inOrganization(organizationId, async (trx) => {
    const channel = (await listAlertChannels(trx, organizationId)).find((one) => one.id === id);
    if (channel === undefined) throw notFound('channel');
    await deleteAlertChannel(trx, organizationId, id);
    const subject = { kind: 'channel', id, name: channel.name };
    await recordAudit(trx, { organizationId, actor, action: 'channel.deleted', subject, at: new Date(now()) });
  });
  return undefined;
});
