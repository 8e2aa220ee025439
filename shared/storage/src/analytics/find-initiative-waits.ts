import type { Anatomy } from '@speedtax/domain';
import { sql } from 'kysely';
import type { DatabaseTransaction } from './database-transaction.ts';
import { initiativeIssueIds } from './initiative-scope.ts';
import { type InstantWindow, overlapMs, overlaps } from './instant-window.ts';
import { waitsOfIssues } from './unpacked.ts';

export interface BlockerInterval {
  readonly issueId: string;
  readonly key: string;
  readonly blockingTeamId: string;
  readonly from: Date;
  readonly to: Date | null;
}

/** Which issues kept an initiative waiting and when, latest first; not clipped to the window. */
export async function listInitiativeBlockerIntervals(
  trx: DatabaseTransaction,
  organizationId: string,
  initiativeId: string,
  { window, limit }: { window: InstantWindow; limit: number },
): Promise<BlockerInterval[]> {
  const { rows } = await sql<BlockerInterval>`
    with blocking as (
      select blocker_id, blocking_team_id, range_agg(tstzrange(from_at, to_at)) as spans
      from ${waitsOfIssues(organizationId, initiativeIssueIds(organizationId, initiativeId), window.to)}, unnest(blocker_issue_ids) as blocker_id
      where ${overlaps(window)}
      group by blocker_id, blocking_team_id
    )
    select i.id as "issueId", i.key, blocking_team_id as "blockingTeamId", lower(span) as "from", upper(span) as "to"
    from blocking
    cross join lateral unnest(spans) as span
    join issue i on i.organization_id = ${organizationId} and i.id = blocker_id
    order by lower(span) desc, i.id, blocking_team_id
    limit ${limit}
  `.execute(trx);
  return rows;
}

/** What the blocking teams were doing while the initiative waited, in milliseconds of one issue waiting. */
export async function findInitiativeAnatomy(
  trx: DatabaseTransaction,
  organizationId: string,
  initiativeId: string,
  window: InstantWindow,
): Promise<Record<Anatomy, number>> {
  const { rows } = await sql<{ anatomy: Anatomy; ms: number }>`
    select anatomy, sum(${overlapMs(window)} * share) as ms
    from ${waitsOfIssues(organizationId, initiativeIssueIds(organizationId, initiativeId), window.to)}
    where ${overlaps(window)}
    group by anatomy
  `.execute(trx);
  return { unaccepted: 0, queued: 0, in_work: 0, ...Object.fromEntries(rows.map((row) => [row.anatomy, row.ms])) };
}
