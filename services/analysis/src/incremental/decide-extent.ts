import { isDeepStrictEqual } from 'node:util';
import type { Calendar } from '@speedtax/domain';
import type { FormerAnalysis } from '@speedtax/storage/incremental';

/** Above this many, reading the few is not much cheaper than reading all. */
export const mostTouchedIssues = 3_000;

export interface ExtentEvidence {
  readonly former: Pick<FormerAnalysis, 'engineVersion' | 'calendar' | 'dataCutOffAt'> | null;
  readonly engineVersion: number;
  readonly calendar: Calendar;
  readonly dataCutOffAt: Date;
  readonly isRemembered: boolean;
  /** What concerns more than can be told; null: nothing does. */
  readonly forgotten: string | null;
}

/** Why a whole company must be analyzed; null: what changed will do. */
export function decideWhole({ former, engineVersion, calendar, dataCutOffAt, isRemembered, forgotten }: ExtentEvidence): string | null {
  if (former === null) return 'first analysis';
  if (former.engineVersion !== engineVersion) return 'another engine';
  if (!isDeepStrictEqual(former.calendar, calendar)) return 'another calendar';
  if (former.dataCutOffAt > dataCutOffAt) return 'earlier data cut-off';
  if (!isRemembered) return 'not remembered';
  return forgotten;
}
