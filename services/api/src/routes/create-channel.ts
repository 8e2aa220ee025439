import { endpoints } from '@speedtax/contract';
import { recordAudit } from '@speedtax/storage/accounts';
import { insertAlertChannel, listAlertChannels } from '@speedtax/storage/alerts';
import { plainChannels } from '../alerts/channel-settings.ts';
import { presentChannel } from '../alerts/present-channel.ts';
import { sealChannel } from '../alerts/seal-channel.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

const mostChannels = 100;

export const createChannel = route(endpoints.createChannel, async ({ body, principal, response }, context) => {
  const { organizationId, name, actor } = principal;
  const { database, secretKeys, channels = plainChannels, now } = context;
  const at = new Date(now());
  const { row, signingSecret } = await sealChannel({ organizationId, secretKeys, access: channels.access }, body, { by: name, at });
  await database.inOrganization(organizationId, async (trx) => {
    if ((await listAlertChannels(trx, organizationId)).length >= mostChannels)
      throw new HttpProblem(422, 'too_many_channels', 'No more channels can be kept', { detail: `There are ${mostChannels} already.` });
    await insertAlertChannel(trx, organizationId, row);
    const subject = { kind: 'channel', id: row.id, name: row.name };
    await recordAudit(trx, {
      organizationId,
      actor,
      action: 'channel.created',
      subject,
      detail: { kind: row.kind, target: row.target },
      at,
    });
  });
  response.location(`/api/v1/channels/${row.id}`);
  return { ...presentChannel(row), signingSecret };
});
