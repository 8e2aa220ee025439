import type { PastStamp } from '@speedtax/contract';
import { engineVersion } from '@speedtax/domain';
import type { FigureBasis } from '../figures/read-figures.ts';

/** What an answer about the past says of itself. */
export function presentStamp({ asOf }: FigureBasis): PastStamp {
  return asOf === null ? {} : { asOf: asOf.at.toISOString(), engineVersion: String(engineVersion), factsDigest: asOf.factsDigest };
}
