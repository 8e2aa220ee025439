import type { TeamPair } from '@speedtax/domain';
import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import type { InstantWindow } from './instant-window.ts';
import { withPairWaits } from './pair-waits.ts';

export interface PairTheme extends TeamPair {
  readonly kind: 'label' | 'project';
  readonly name: string;
  /** Waits of the pair behind which there was a blocking issue of this theme. */
  readonly waits: number;
}

/** What the blocking issues of these pairs have in common today: labels and projects behind at least `minimumWaits` waits. */
export async function listPairThemes(
  trx: DatabaseTransaction,
  organizationId: string,
  window: InstantWindow,
  { pairs, minimumWaits }: { pairs: readonly TeamPair[]; minimumWaits: number },
): Promise<PairTheme[]> {
  const { rows } = await sql<PairTheme>`
    ${withPairWaits(organizationId, window, pairs)}
    select waiting_team_id as "waitingTeamId", blocking_team_id as "blockingTeamId", theme.kind, theme.name,
      count(distinct (pair_wait.issue_id, wait_no)) as waits
    from pair_wait
    cross join lateral unnest(blocker_issue_ids) as blocker_id
    join issue i on i.organization_id = ${organizationId} and i.id = blocker_id
    cross join lateral (
      select 'label' as kind, label as theme_id, label as name from unnest(i.labels) as label
      union all
      select 'project', p.id::text, p.name from project p where p.organization_id = ${organizationId} and p.id = i.project_id
    ) theme
    group by waiting_team_id, blocking_team_id, theme.kind, theme.theme_id, theme.name
    having count(distinct (pair_wait.issue_id, wait_no)) >= ${minimumWaits}
    order by waits desc, theme.kind, theme.name
  `.execute(trx);
  return rows;
}
