import { endpoints } from '@speedtax/contract';
import { elapsedAt } from '@speedtax/domain';
import { listProjectBlockers } from '@speedtax/storage/analytics';
import { z } from 'zod';
import { checkInitiative } from '../figures/check-initiative.ts';
import { wholeLife } from '../figures/figure-window.ts';
import { readFigures } from '../figures/read-figures.ts';
import { readInitiativeBlockers } from '../figures/read-initiative-blockers.ts';
import { cutPage, decodeCursor } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';

const position = z.object({ sinceMs: z.number(), issueId: z.uuid() });

export const listInitiativeBlockers = route(endpoints.listInitiativeBlockers, ({ params: { id }, query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const { trx, organizationId, calendar, dataCutOffAt } = basis;
    const life = wholeLife(calendar, dataCutOffAt);
    await checkInitiative(basis, id);
    const after = decodeCursor(position, query.cursor);
    const read = await readInitiativeBlockers(basis, id, { after, limit: query.limit + 1 });
    const projects = after === null ? await listProjectBlockers(trx, organizationId, [id], dataCutOffAt) : [];
    return {
      ...cutPage(read, query.limit, ({ since, blocker }) => ({ sinceMs: Date.parse(since), issueId: blocker.issueId })),
      projects: projects.map(({ blocker, blocked, isExternal, sinceAt }) => ({
        blocker,
        external: isExternal,
        since: sinceAt.toISOString(),
        ageMs: elapsedAt(life, dataCutOffAt.getTime()) - elapsedAt(life, sinceAt.getTime()),
        blocked: [...blocked],
      })),
    };
  }),
);
