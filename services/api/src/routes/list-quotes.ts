import { endpoints } from '@speedtax/contract';
import { estimateLeadTime, quoteDays, quoteWaitsMinimum } from '@speedtax/domain';
import { listPairWaitLengths } from '@speedtax/storage/analytics';
import { checkTeam } from '../figures/check-team.ts';
import { resolveWindow } from '../figures/figure-window.ts';
import { findLastSyncedAt } from '../figures/find-last-synced-at.ts';
import { readFigures } from '../figures/read-figures.ts';
import { route } from '../http/route.ts';
import { resolveTeamIds } from '../identities/resolve-team-ids.ts';
import { presentCoverage } from '../present/present-coverage.ts';
import { presentEngineVersion } from '../present/present-engine-version.ts';
import { presentQuote } from '../present/present-quote.ts';

export const listQuotes = route(endpoints.listQuotes, ({ query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const { trx, organizationId, timeZone, calendar, analysis, dataCutOffAt } = basis;
    const { waitingTeamId, blockingTeamId } = await resolveTeamIds(trx, organizationId, query);
    for (const id of [waitingTeamId, blockingTeamId]) if (id !== undefined) await checkTeam(basis, id);
    const window = resolveWindow(query, calendar, dataCutOffAt, quoteDays);
    const asked = `quotes ${window.from} ${window.to} ${waitingTeamId} ${blockingTeamId}`;
    const items = await context.kept.remember(basis, asked, async () => {
      const question = { window: window.instants, dataCutOffAt, waitingTeamId, blockingTeamId };
      const pairs = await listPairWaitLengths(trx, organizationId, question);
      return pairs.map(({ endedMs, lastingMs, ...pair }) => ({ ...pair, ...presentQuote(estimateLeadTime(endedMs, lastingMs)) }));
    });
    return {
      from: window.from,
      to: window.to,
      timeZone,
      engineVersion: presentEngineVersion(analysis),
      dataCutOff: analysis?.dataCutOffAt.toISOString() ?? null,
      minimumWaits: quoteWaitsMinimum,
      items,
      coverage: presentCoverage(Object.values(analysis?.coverage ?? {}), await findLastSyncedAt(trx, organizationId)),
    };
  }),
);
