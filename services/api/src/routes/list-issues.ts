import { endpoints } from '@speedtax/contract';
import { listIssueSummaries, listPeople, listWaitingIssues } from '@speedtax/storage/analytics';
import { z } from 'zod';
import { resolveWindow, wholeLife } from '../figures/figure-window.ts';
import { readFigures } from '../figures/read-figures.ts';
import { cutPage, decodeCursor } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';
import { presentIssueRef } from '../present/present-issue-ref.ts';

const position = z.object({ sortMs: z.number(), issueId: z.uuid() });

export const listIssues = route(endpoints.listIssues, ({ query, principal }, context) =>
  readFigures(context, principal, async ({ trx, organizationId, calendar, dataCutOffAt }) => {
    const { teamId, blockingTeamId, initiativeId, cursor, limit } = query;
    const now = query.from === undefined && query.to === undefined;
    const read = await listWaitingIssues(trx, organizationId, {
      window: now ? wholeLife(calendar, dataCutOffAt) : resolveWindow(query, calendar, dataCutOffAt).instants,
      now,
      teamId,
      blockingTeamId,
      initiativeId,
      after: decodeCursor(position, cursor),
      limit: limit + 1,
    });
    const { items, nextCursor } = cutPage(read, limit, ({ sortMs, issueId }) => ({ sortMs, issueId }));
    const issues = await listIssueSummaries(
      trx,
      organizationId,
      items.map((item) => item.issueId),
    );
    const people = await listPeople(
      trx,
      organizationId,
      [...issues.values()].map((issue) => issue.assigneeId),
    );
    return {
      nextCursor,
      items: items.flatMap(({ issueId, waitingMs, waitingSince, blockingTeamIds }) => {
        const issue = issues.get(issueId);
        if (!issue) return [];
        return {
          ...presentIssueRef(issue, people),
          projectId: issue.projectId,
          projectName: issue.projectName,
          waitingMs,
          waitingSince: waitingSince?.toISOString() ?? null,
          blockingTeamIds: [...blockingTeamIds],
        };
      }),
    };
  }),
);
