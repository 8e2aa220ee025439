import { endpoints } from '@speedtax/contract';
import { elapsedAt } from '@speedtax/domain';
import { listInitiativeBlockers as listBlockers, listProjectBlockers } from '@speedtax/storage/analytics';
import { z } from 'zod';
import { checkInitiative } from '../figures/check-initiative.ts';
import { wholeLife } from '../figures/figure-window.ts';
import { readFigures } from '../figures/read-figures.ts';
import { readIssueRefs } from '../figures/read-issue-refs.ts';
import { cutPage, decodeCursor } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';

const position = z.object({ sinceMs: z.number(), issueId: z.uuid() });

export const listInitiativeBlockers = route(endpoints.listInitiativeBlockers, ({ params: { id }, query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const { trx, organizationId, calendar, dataCutOffAt } = basis;
    const life = wholeLife(calendar, dataCutOffAt);
    await checkInitiative(basis, id);
    const after = decodeCursor(position, query.cursor);
    const read = await listBlockers(trx, organizationId, id, {
      after: after && { sinceAt: new Date(after.sinceMs), blockerIssueId: after.issueId },
      limit: query.limit + 1,
    });
    const { items, nextCursor } = cutPage(read, query.limit, (last) => ({ sinceMs: last.sinceAt.getTime(), issueId: last.blockerIssueId }));
    const issues = await readIssueRefs(
      basis,
      items.flatMap((item) => [item.blockerIssueId, ...item.blockedIssueIds]),
    );
    const projects = after === null ? await listProjectBlockers(trx, organizationId, [id], dataCutOffAt) : [];
    return {
      nextCursor,
      projects: projects.map(({ blocker, blocked, isExternal, sinceAt }) => ({
        blocker,
        external: isExternal,
        since: sinceAt.toISOString(),
        ageMs: elapsedAt(life, dataCutOffAt.getTime()) - elapsedAt(life, sinceAt.getTime()),
        blocked: [...blocked],
      })),
      items: items.flatMap(({ blockerIssueId, isExternal, sinceAt, blockedIssueIds }) => {
        const blocker = issues.get(blockerIssueId);
        if (!blocker) return [];
        return {
          blocker,
          external: isExternal,
          since: sinceAt.toISOString(),
          ageMs: elapsedAt(life, dataCutOffAt.getTime()) - elapsedAt(life, sinceAt.getTime()),
          blocked: blockedIssueIds.flatMap((issueId) => issues.get(issueId) ?? []),
        };
      }),
    };
  }),
);
