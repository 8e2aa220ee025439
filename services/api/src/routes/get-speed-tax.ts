import { endpoints } from '@speedtax/contract';
import {
  countPairIssues,
  countWaitingNow,
  listPairQuotes,
  listTeamNames,
  summarizeCompletions,
  summarizeEpisodes,
} from '@speedtax/storage/analytics';
import { resolveWindow } from '../figures/figure-window.ts';
import { findLastSyncedAt } from '../figures/find-last-synced-at.ts';
import { readFigures } from '../figures/read-figures.ts';
import { sumSubjects } from '../figures/sum-subjects.ts';
import { KeptJson } from '../http/kept-json.ts';
import { route } from '../http/route.ts';
import { presentCoverage } from '../present/present-coverage.ts';
import { presentEngineVersion } from '../present/present-engine-version.ts';
import { presentSpeedTax } from '../present/present-speed-tax.ts';

export const getSpeedTax = route(endpoints.getSpeedTax, ({ query, principal }, context) =>
  readFigures(context, principal, async (basis) => {
    const { trx, organizationId, timeZone, calendar, analysis, dataCutOffAt } = basis;
    const window = resolveWindow(query, calendar, dataCutOffAt);
    const lastSyncedAt = await findLastSyncedAt(trx, organizationId);
    return context.kept.remember(basis, `speed-tax ${window.from} ${window.to} ${lastSyncedAt?.getTime()}`, async () => {
      const answer = {
        from: window.from,
        to: window.to,
        timeZone,
        engineVersion: presentEngineVersion(analysis),
        dataCutOff: analysis?.dataCutOffAt.toISOString() ?? null,
        ...presentSpeedTax({
          teams: await listTeamNames(trx, organizationId),
          teamSums: await sumSubjects(trx, organizationId, 'team', window, dataCutOffAt),
          pairSums: await sumSubjects(trx, organizationId, 'pair', window, dataCutOffAt),
          pairIssues: await countPairIssues(trx, organizationId, window.instants),
          pairQuotes: await listPairQuotes(trx, organizationId),
          episodes: await summarizeEpisodes(trx, organizationId, window.instants),
          completions: await summarizeCompletions(trx, organizationId, window.instants),
          waitingNow: await countWaitingNow(trx, organizationId),
        }),
        coverage: presentCoverage(Object.values(analysis?.coverage ?? {}), lastSyncedAt),
      };
      // The answer of a past instant is told together with its stamp.
      return basis.asOf === null ? new KeptJson(answer) : answer;
    });
  }),
);
