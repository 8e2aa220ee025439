import { endpoints } from '@speedtax/contract';
import { z } from 'zod';
import { findAttestations } from '../accountability/find-attestations.ts';
import { findToday } from '../accountability/find-today.ts';
import { checkInitiative } from '../figures/check-initiative.ts';
import { cutPage, decodeCursor } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';

const position = z.object({ attestedMs: z.number(), id: z.uuid() });

export const listAttestations = route(endpoints.listAttestations, ({ params: { id }, query, principal: { organizationId } }, context) =>
  context.database.inOrganization(
    organizationId,
    async (trx) => {
      await checkInitiative({ trx, organizationId }, id);
      const after = decodeCursor(position, query.cursor);
      const read = await findAttestations(trx, organizationId, {
        initiativeId: id,
        todayOn: await findToday(trx, organizationId, context.now()),
        after: after && { attestedAt: new Date(after.attestedMs), id: after.id },
        limit: query.limit + 1,
      });
      return cutPage(read, query.limit, (last) => ({ attestedMs: Date.parse(last.attestedAt), id: last.attestationId }));
    },
    { readOnly: true },
  ),
);
