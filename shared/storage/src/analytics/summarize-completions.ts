import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import type { InstantWindow } from './instant-window.ts';

export interface CompletionSummary {
  readonly teamId: string;
  readonly waited: number;
  readonly waitedReworked: number;
  readonly neverWaited: number;
  readonly neverWaitedReworked: number;
}

/**
 * Issues completed in a window: each once, by its last completion in it, for the team that owned it then. Reworked: a defect,
 * or reopened after any of its completions in the window.
 */
export async function summarizeCompletions(
  trx: DatabaseTransaction,
  organizationId: string,
  { from, to }: InstantWindow,
): Promise<CompletionSummary[]> {
  const { rows } = await sql<CompletionSummary>`
    with last_completion as (
      select distinct on (issue_id) team_id, waited, is_defect or bool_or(reopened) over (partition by issue_id) as reworked
      from issue_completion
      where organization_id = ${organizationId} and at >= ${from} and at < ${to}
      order by issue_id, at desc
    )
    select team_id as "teamId",
      count(*) filter (where waited) as waited,
      count(*) filter (where waited and reworked) as "waitedReworked",
      count(*) filter (where not waited) as "neverWaited",
      count(*) filter (where not waited and reworked) as "neverWaitedReworked"
    from last_completion
    group by team_id
  `.execute(trx);
  return rows;
}
