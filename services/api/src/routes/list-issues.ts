import { endpoints } from '@speedtax/contract';
import {
  type FlaggedIssue,
  listFlaggedIssues,
  listIssueSummaries,
  listPeople,
  listWaitingIssues,
  type WaitingIssue,
} from '@speedtax/storage/analytics';
import { z } from 'zod';
import { resolveWindow, wholeLife } from '../figures/figure-window.ts';
import { readFigures } from '../figures/read-figures.ts';
import { badRequest } from '../http/http-problem.ts';
import { cutPage, decodeCursor } from '../http/page-cursor.ts';
import { route } from '../http/route.ts';
import { resolveTeamIds } from '../identities/resolve-team-ids.ts';
import { presentIssueRef } from '../present/present-issue-ref.ts';
import { presentIssueTimes } from '../present/present-issue-times.ts';

const position = z.object({ sortMs: z.number(), issueId: z.uuid() });

export const listIssues = route(endpoints.listIssues, ({ query, principal }, context) => {
  checkList(query);
  return readFigures(context, principal, async ({ trx, organizationId, calendar, dataCutOffAt }) => {
    const { teamId, blockingTeamId, initiativeId, cursor, limit } = await resolveTeamIds(trx, organizationId, query);
    const now = query.from === undefined && query.to === undefined;
    const window = now ? wholeLife(calendar, dataCutOffAt) : resolveWindow(query, calendar, dataCutOffAt).instants;
    const list = query.flagged ? listFlaggedIssues : listWaitingIssues;
    const page = { window, now, teamId, blockingTeamId, initiativeId, after: decodeCursor(position, cursor), limit: limit + 1 };
    const { items, nextCursor } = cutPage<FlaggedIssue | WaitingIssue>(
      await list(trx, organizationId, page),
      limit,
      ({ sortMs, issueId }) => ({ sortMs, issueId }),
    );
    const issueIds = items.map(({ issueId }) => issueId);

    const other = query.flagged ? listWaitingIssues : listFlaggedIssues;
    const beside = await other(trx, organizationId, { window, teamId, blockingTeamId, issueIds, now: false, after: null, limit });
    const timesOf = presentIssueTimes(items, beside, now);
    const issues = await listIssueSummaries(trx, organizationId, issueIds);
    const people = await listPeople(
      trx,
      organizationId,
      [...issues.values()].map((issue) => issue.assigneeId),
    );
    return {
      nextCursor,
      items: issueIds.flatMap((issueId) => {
        const issue = issues.get(issueId);
        if (!issue) return [];
        return { ...presentIssueRef(issue, people), projectId: issue.projectId, projectName: issue.projectName, ...timesOf(issueId) };
      }),
    };
  });
});

function checkList({ waiting, flagged, blockingTeamId }: (typeof endpoints.listIssues)['query']['_output']): void {
  if ((waiting === undefined) === (flagged === undefined))
    throw badRequest([
      { path: 'waiting', message: 'Ask for the issues that waited (waiting=true) or for those that were flagged (flagged=true)' },
    ]);
  if (flagged && blockingTeamId !== undefined)
    throw badRequest([{ path: 'blockingTeamId', message: 'A flag names nobody who is in the way: ask for waiting=true instead' }]);
}
