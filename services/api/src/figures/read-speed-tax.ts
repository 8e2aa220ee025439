import type { SpeedTax } from '@speedtax/contract';
import {
  countPairIssues,
  countWaitingNow,
  listPairQuotes,
  listTeamNames,
  summarizeCompletions,
  summarizeEpisodes,
} from '@speedtax/storage/analytics';
import { presentCoverage } from '../present/present-coverage.ts';
import { presentEngineVersion } from '../present/present-engine-version.ts';
import { presentSpeedTax } from '../present/present-speed-tax.ts';
import type { FigureWindow } from './figure-window.ts';
import type { FigureBasis } from './read-figures.ts';
import { sumSubjects } from './sum-subjects.ts';

/** The speed tax of a window, by team and by pair of teams. */
export async function readSpeedTax(basis: FigureBasis, window: FigureWindow, lastSyncedAt: Date | null): Promise<SpeedTax> {
  const { trx, organizationId, timeZone, analysis, dataCutOffAt } = basis;
  return {
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
}
