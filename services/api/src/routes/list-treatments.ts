import { endpoints } from '@speedtax/contract';
import { z } from 'zod';
import { readFigureFrame } from '../figures/read-figure-frame.ts';
import { readFigures } from '../figures/read-figures.ts';
import { readProof } from '../figures/read-proof.ts';
import { cutPage, decodeCursor } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';
import { findTreatments } from '../treatments/find-treatments.ts';

const position = z.object({ treatedOn: z.iso.date(), id: z.uuid() });

export const listTreatments = route(endpoints.listTreatments, ({ query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const { waitingTeamId, blockingTeamId, cursor, limit, days } = query;
    const after = decodeCursor(position, cursor);
    const read = await findTreatments(basis.trx, basis.organizationId, { waitingTeamId, blockingTeamId, after, limit: limit + 1 });
    const { items, nextCursor } = cutPage(read, limit, ({ treatedOn, id }) => ({ treatedOn, id }));
    const proven = [];
    for (const treatment of items) proven.push({ ...treatment, proof: await readProof(basis, treatment, days) });
    return { items: proven, nextCursor, ...(await readFigureFrame(basis)) };
  }),
);
