import { endpoints } from '@speedtax/contract';
import { isStale, summarizeAcceptance, summarizeAgreements } from '@speedtax/domain';
import { listAcceptances, listAgreements, listInitiatives, listLeaderless, listStandingLinks } from '@speedtax/storage/analytics';
import { resolveWindow } from '../figures/figure-window.ts';
import { readFigures } from '../figures/read-figures.ts';
import { readIssueRefs } from '../figures/read-issue-refs.ts';
import { notFound } from '../http/http-problem.ts';
import { route } from '../http/route.ts';

const shownLinksLimit = 200;

export const getInitiativeInputs = route(endpoints.getInitiativeInputs, ({ params: { id }, query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const { trx, organizationId, calendar, analysis, dataCutOffAt } = basis;
    const [initiative] = await listInitiatives(trx, organizationId, { id, afterId: null, limit: 1 });
    if (!initiative) throw notFound('initiative');
    const window = resolveWindow(query, calendar, dataCutOffAt);
    const acceptance = summarizeAcceptance(await listAcceptances(trx, organizationId, id, window.instants));
    const agreements = await listAgreements(trx, organizationId, id, window.instants);
    const dated = agreements.flatMap(({ linkedAt, startedAt }) =>
      linkedAt === null ? [] : { linkedAt: linkedAt.getTime(), startedAt: startedAt?.getTime() ?? null },
    );
    const stale = (await listStandingLinks(trx, organizationId, id))
      .map(({ blockerUpdatedAt, blockedUpdatedAt, ...link }) => ({ ...link, ends: [blockerUpdatedAt, blockedUpdatedAt] }))
      .filter(({ ends }) =>
        isStale(
          ends.map((at) => ({ updatedAt: at.getTime() })),
          dataCutOffAt.getTime(),
        ),
      );
    const shown = stale.slice(0, shownLinksLimit);
    const issues = await readIssueRefs(
      basis,
      shown.flatMap(({ blockerIssueId, blockedIssueId }) => [blockerIssueId, blockedIssueId]),
    );
    return {
      from: window.from,
      to: window.to,
      dataCutOff: analysis?.dataCutOffAt.toISOString() ?? null,
      openExternalBlockers: initiative.externalBlockers,
      acceptance: { ...acceptance, medianMs: acceptance.medianMs === null ? null : Math.round(acceptance.medianMs) },
      agreement: { ...summarizeAgreements(dated), withoutKnownStart: agreements.length - dated.length },
      staleLinks: {
        links: stale.length,
        items: shown.flatMap(({ blockerIssueId, blockedIssueId, ends }) => {
          const [blocker, blocked] = [issues.get(blockerIssueId), issues.get(blockedIssueId)];
          const unchangedSince = new Date(Math.max(...ends.map((at) => at.getTime()))).toISOString();
          return blocker && blocked ? { blocker, blocked, unchangedSince } : [];
        }),
      },
      withoutLeader: await listLeaderless(trx, organizationId, id),
    };
  }),
);
