import type { Transaction } from 'kysely';
import type { DerivedTables, Tables } from '../tables.ts';

const derivedTables = {
  analysis: true,
  wait: true,
  wait_episode: true,
  issue_completion: true,
  pair_quote: true,
  team_day_sum: true,
  pair_day_sum: true,
  initiative_day_sum: true,
  initiative_team_day_sum: true,
  open_sum: true,
  initiative_verdict: true,
  initiative_blocker: true,
  deadlock: true,
} satisfies Record<keyof DerivedTables, true>;

/** Drops everything derived of an organization; facts stay. */
export async function deleteAnalysis(trx: Transaction<Tables>, organizationId: string): Promise<void> {
  for (const table of Object.keys(derivedTables) as (keyof DerivedTables)[]) {
    await trx.deleteFrom(table).where('organization_id', '=', organizationId).execute();
  }
}
