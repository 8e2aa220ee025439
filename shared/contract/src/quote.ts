import { z } from 'zod';
import { coverage, day, id, instant } from './common.ts';
import { pastStamp } from './past-stamp.ts';
import { leadTimeQuote } from './speed-tax.ts';

export const pairQuote = leadTimeQuote.extend({ waitingTeamId: id, blockingTeamId: id });
export type PairQuote = z.infer<typeof pairQuote>;

export const quotes = z.object({
  ...pastStamp,
  from: day,
  to: day,
  timeZone: z.string(),
  engineVersion: z.string(),
  dataCutOff: instant.nullable(),
  minimumWaits: z.int().describe('below this many waits a pair has no median and no 85th percentile'),
  items: z.array(pairQuote).describe('pairs of which a wait began in the window'),
  coverage: coverage.describe('waits without a known start are in no quote'),
});
export type Quotes = z.infer<typeof quotes>;
