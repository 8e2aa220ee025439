import type { Coverage } from '@speedtax/contract';
import { presentCoverage } from '../present/present-coverage.ts';
import { presentEngineVersion } from '../present/present-engine-version.ts';
import { findLastSyncedAt } from './find-last-synced-at.ts';
import type { FigureBasis } from './read-figures.ts';

/** What every answer with figures says about where they come from. */
export interface FigureFrame {
  readonly timeZone: string;
  readonly engineVersion: string;
  readonly dataCutOff: string | null;
  readonly coverage: Coverage;
}

export async function readFigureFrame({ trx, organizationId, timeZone, analysis }: FigureBasis): Promise<FigureFrame> {
  return {
    timeZone,
    engineVersion: presentEngineVersion(analysis),
    dataCutOff: analysis?.dataCutOffAt.toISOString() ?? null,
    coverage: presentCoverage(Object.values(analysis?.coverage ?? {}), await findLastSyncedAt(trx, organizationId)),
  };
}
