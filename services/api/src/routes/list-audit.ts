import { endpoints } from '@speedtax/contract';
import { listAudit as findEntries } from '@speedtax/storage/accounts';
import { z } from 'zod';
import { cutPage, decodeCursor } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';
import { presentAuditEntry } from '../present/present-audit-entry.ts';

const position = z.object({ at: z.iso.datetime(), id: z.uuid() });

export const listAudit = route(endpoints.listAudit, async ({ query, principal: { organizationId } }, { database }) => {
  const after = decodeCursor(position, query.cursor);
  const read = await database.inOrganization(organizationId, (trx) => findEntries(trx, organizationId, { after, limit: query.limit + 1 }), {
    readOnly: true,
  });
  const { items, nextCursor } = cutPage(read, query.limit, ({ at, id }) => ({ at: at.toISOString(), id }));
  return { items: items.map(presentAuditEntry), nextCursor };
});
