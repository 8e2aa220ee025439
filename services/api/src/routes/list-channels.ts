import { endpoints } from '@speedtax/contract';
import { listAlertChannels } from '@speedtax/storage/alerts';
import { plainChannels } from '../alerts/channel-settings.ts';
import { presentChannel } from '../alerts/present-channel.ts';
import { route } from '../http/route.ts';

export const listChannels = route(
  endpoints.listChannels,
  async ({ principal: { organizationId } }, { database, channels = plainChannels }) => {
    const rows = await database.inOrganization(organizationId, (trx) => listAlertChannels(trx, organizationId), { readOnly: true });
    return { items: rows.map(presentChannel), nextCursor: null, canMail: channels.canMail };
  },
);
