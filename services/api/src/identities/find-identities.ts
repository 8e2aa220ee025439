import { type Identities, type IdentityMember, maxIdentities } from '@speedtax/contract';
import {
  type DatabaseTransaction,
  type JoinedMember,
  listJoinedMembers,
  listMembersAlone,
  listTeamsOfOneKey,
} from '@speedtax/storage/analytics';
import { findIdentityDecisions } from './find-identity-decisions.ts';

/** Who is taken for one as the figures stand, and what was decided since or before. */
export async function findIdentities(trx: DatabaseTransaction, organizationId: string): Promise<Identities> {
  const decisions = await findIdentityDecisions(trx, organizationId);
  const decided = new Set(decisions.filter(({ same }) => same).flatMap(({ id, otherId }) => [id, otherId]));
  const joined = Array.from(
    Map.groupBy(await listJoinedMembers(trx, organizationId, maxIdentities), ({ canonicalId }) => canonicalId),
    ([id, rows]) => ({
      kind: (rows[0] as JoinedMember).kind,
      id,
      members: rows.map(presentMember),
      decided: rows.some((row) => decided.has(row.id)),
    }),
  );
  const proposed = (await listTeamsOfOneKey(trx, organizationId, maxIdentities)).map((members) => ({ kind: 'team' as const, members }));
  const alone = (await listMembersAlone(trx, organizationId, maxIdentities)).map(({ kind, ...member }) => ({ kind, member }));
  return { joined, proposed, alone, decisions, figuresAreCurrent: await areFiguresCurrent(trx, organizationId, decisions) };
}

async function areFiguresCurrent(trx: DatabaseTransaction, organizationId: string, decisions: Identities['decisions']): Promise<boolean> {
  const analysis = await trx.selectFrom('analysis').select('finished_at').where('organization_id', '=', organizationId).executeTakeFirst();
  return decisions.every(({ decidedAt }) => analysis !== undefined && new Date(decidedAt) <= analysis.finished_at);
}

function presentMember({ id, connectionId, externalId, key, name }: JoinedMember): IdentityMember {
  return { id, connectionId, externalId, key, name };
}
