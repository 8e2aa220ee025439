import { type IdentityDecision, maxIdentities } from '@speedtax/contract';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';

/** What was decided of people and teams, latest first. */
export async function findIdentityDecisions(trx: DatabaseTransaction, organizationId: string): Promise<IdentityDecision[]> {
  const rows = await trx
    .selectFrom('identity_decision')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('decided_at', 'desc')
    .orderBy('first_id')
    .orderBy('second_id')
    .limit(maxIdentities)
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    id: row.first_id,
    otherId: row.second_id,
    same: row.is_same,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at.toISOString(),
  }));
}
