import { engineVersion } from '@speedtax/domain';
import type { LatestAnalysis } from '@speedtax/storage/analytics';

/** The engine that the figures come from; the present one where there are none yet. */
export function presentEngineVersion(analysis: LatestAnalysis | undefined): string {
  return String(analysis?.engineVersion ?? engineVersion);
}
