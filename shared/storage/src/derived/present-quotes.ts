import { type CompanyIds, isoDayOf, type PairQuote } from '@speedtax/domain';
import type { Insertable } from 'kysely';
import type { Tables } from '../tables.ts';
import type { DerivedKey } from './derived-key.ts';

export function* quoteRows(
  derived: DerivedKey,
  ids: CompanyIds,
  quotes: readonly PairQuote[],
): Generator<Insertable<Tables['pair_quote']>> {
  for (const { waitingTeam, blockingTeam, waits, censored, medianMs, p85Ms, standing } of quotes) {
    yield {
      ...derived,
      waiting_team_id: ids.teams[waitingTeam] as string,
      blocking_team_id: ids.teams[blockingTeam] as string,
      waits,
      censored,
      median_ms: medianMs,
      p85_ms: p85Ms,
      drops_on: isoDayOf(standing.dropsOnDay),
      outlasts_at: standing.outlastsAt === Number.POSITIVE_INFINITY ? null : new Date(standing.outlastsAt),
    };
  }
}
