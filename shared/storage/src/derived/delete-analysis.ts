import type { Transaction } from 'kysely';
import type { DerivedTables, Tables } from '../tables.ts';

const isDerived = {
  analysis: true,
  identity: true,
  wait_year: true,
  wait_episode: true,
  flagged_span: true,
  completion_year: true,
  pair_quote: true,
  started_span_year: true,
  team_month_sum: true,
  pair_month_sum: true,
  initiative_month_sum: true,
  initiative_team_month_sum: true,
  initiative_flag_month_sum: true,
  open_sum: true,
  initiative_play: true,
  initiative_verdict: true,
  initiative_course: true,
  initiative_blocker: true,
  deadlock: true,
} satisfies Record<keyof DerivedTables, true>;

/** Every derived table there is. */
export const derivedTables = Object.keys(isDerived) as readonly (keyof DerivedTables)[];

/** Drops everything derived of an organization; facts stay. */
export async function deleteAnalysis(trx: Transaction<Tables>, organizationId: string): Promise<void> {
  for (const table of derivedTables) await trx.deleteFrom(table).where('organization_id', '=', organizationId).execute();
}
