import type { LeadTimeQuote } from '@speedtax/domain';
import type { DatabaseTransaction } from './database-transaction.ts';

export interface PairQuoteRow extends LeadTimeQuote {
  readonly waitingTeamId: string;
  readonly blockingTeamId: string;
}

/** How long each pair's waits of the year up to the data cut-off took. */
export async function listPairQuotes(trx: DatabaseTransaction, organizationId: string): Promise<PairQuoteRow[]> {
  return trx
    .selectFrom('pair_quote')
    .select([
      'waiting_team_id as waitingTeamId',
      'blocking_team_id as blockingTeamId',
      'waits',
      'censored',
      'median_ms as medianMs',
      'p85_ms as p85Ms',
    ])
    .where('organization_id', '=', organizationId)
    .orderBy('waiting_team_id')
    .orderBy('blocking_team_id')
    .execute();
}
