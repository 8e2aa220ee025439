import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

export interface BlockingEdges {
  readonly initiativeId: string;
  readonly blockerIssueId: string;
  readonly isExternal: boolean;
  readonly blockedIssueIds: readonly string[];
}

/** What blocks initiatives that are not over now, across teams. */
export async function listBlockingEdges(trx: Transaction<Tables>, organizationId: string): Promise<BlockingEdges[]> {
  const { rows } = await sql<BlockingEdges>`
    select b.initiative_id as "initiativeId", b.blocker_issue_id as "blockerIssueId", b.is_external as "isExternal",
      b.blocked_issue_ids as "blockedIssueIds"
    from initiative_blocker b
    join initiative i on i.organization_id = b.organization_id and i.id = b.initiative_id and i.status in ('planned', 'active')
    where b.organization_id = ${organizationId}
    order by b.initiative_id, b.since_at, b.blocker_issue_id
  `.execute(trx);
  return rows;
}
