import { endpoints } from '@speedtax/contract';
import {
  listIssueChanges,
  listIssueFlags,
  listIssueLinks,
  listIssueMentions,
  listIssueMirrors,
  listIssueSummaries,
  listIssueWaits,
  listPeople,
  listStatusNames,
  listTeamNames,
} from '@speedtax/storage/analytics';
import { deriveFieldSteps } from '../figures/derive-field-steps.ts';
import { deriveWaitIntervals } from '../figures/derive-wait-intervals.ts';
import { resolveWindow, wholeLife } from '../figures/figure-window.ts';
import { readFigures } from '../figures/read-figures.ts';
import { readIssueRefs } from '../figures/read-issue-refs.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { presentFlags } from '../present/present-flags.ts';
import { presentIssueLinks } from '../present/present-issue-links.ts';
import { presentIssueMentions } from '../present/present-issue-mentions.ts';
import { presentIssueRef } from '../present/present-issue-ref.ts';
import { presentMaybePerson } from '../present/present-person.ts';
import { presentSteps } from '../present/present-steps.ts';
import { presentWaitIntervals } from '../present/present-wait-intervals.ts';

export const getIssueWaits = route(endpoints.getIssueWaits, ({ params: { id }, query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const { trx, organizationId, calendar, analysis, dataCutOffAt } = basis;
    const issue = (await listIssueSummaries(trx, organizationId, [id])).get(id);
    if (!issue) throw notFound('issue');
    const isWholeLife = query.from === undefined && query.to === undefined;
    const window = isWholeLife ? wholeLife(calendar, dataCutOffAt) : resolveWindow(query, calendar, dataCutOffAt).instants;

    const spans = deriveWaitIntervals(await listIssueWaits(trx, organizationId, id, window), window);
    const flags = presentFlags(await listIssueFlags(trx, organizationId, id, window), window);
    const links = await listIssueLinks(trx, organizationId, id);
    const mentions = await listIssueMentions(trx, organizationId, id);
    const mirrors = await listIssueMirrors(trx, organizationId, id);
    const steps = {
      status: deriveFieldSteps(await listIssueChanges(trx, organizationId, id, 'status'), issue.createdAt, issue.statusId),
      team: deriveFieldSteps(await listIssueChanges(trx, organizationId, id, 'team'), issue.createdAt, issue.teamId),
      assignee: deriveFieldSteps(await listIssueChanges(trx, organizationId, id, 'assignee'), issue.createdAt, issue.assigneeId),
    };
    const blockers = spans.flatMap((span) => span.rows.flatMap((row) => row.blockerIssueIds));
    const issues = await readIssueRefs(basis, [
      ...blockers,
      ...[...links, ...mirrors].map(({ otherIssueId }) => otherIssueId),
      ...mentions.flatMap(({ otherIssueId }) => otherIssueId ?? []),
    ]);
    const people = await listPeople(trx, organizationId, [issue.assigneeId, ...steps.assignee.map((step) => step.valueId)]);
    const statuses = await listStatusNames(
      trx,
      organizationId,
      steps.status.map((step) => step.valueId),
    );
    const teams = await listTeamNames(trx, organizationId);

    const intervals = presentWaitIntervals(spans, issues, { teams, clock: window });
    return {
      issue: presentIssueRef(issue, people),
      createdAt: issue.createdAt.toISOString(),
      closedAt: issue.closedAt?.toISOString() ?? null,
      dataCutOff: analysis?.dataCutOffAt.toISOString() ?? null,
      waitingMs: intervals.reduce((sum, interval) => sum + interval.durationMs, 0),
      intervals,
      flaggedMs: flags.reduce((sum, flag) => sum + flag.durationMs, 0),
      flags,
      statuses: presentSteps(steps.status, (statusId) => statuses.get(statusId ?? '') ?? { name: null, category: null }),
      teams: presentSteps(steps.team, (teamId) => {
        const team = teams.get(teamId ?? '');
        return team ? { teamId: team.id, name: team.name } : null;
      }),
      assignees: presentSteps(steps.assignee, (personId) => presentMaybePerson(personId, people)),
      links: presentIssueLinks(links, issue.teamId, issues),
      mentions: presentIssueMentions(mentions, issues),
      mirrors: mirrors.flatMap(({ otherIssueId, isCounted }) => {
        const other = issues.get(otherIssueId);
        return other ? { issue: other, counted: isCounted } : [];
      }),
    };
  }),
);
