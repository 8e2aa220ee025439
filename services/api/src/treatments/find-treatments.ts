import type { Treatment } from '@speedtax/contract';
import { type DatabaseTransaction, findKnownAs, knownAs } from '@speedtax/storage/analytics';

/** A treatment without its proof. */
export type TreatmentRecord = Omit<Treatment, 'proof'>;

export interface TreatmentPosition {
  readonly treatedOn: string;
  readonly id: string;
}

interface Filter {
  readonly id?: string;
  readonly waitingTeamId?: string | undefined;
  readonly blockingTeamId?: string | undefined;
  readonly after?: TreatmentPosition | null;
  readonly limit: number;
}

/** Treatments, latest first. Their teams are those that figures know, under whatever id these were when they were marked. */
export async function findTreatments(trx: DatabaseTransaction, organizationId: string, filter: Filter): Promise<TreatmentRecord[]> {
  const { id, waitingTeamId, blockingTeamId, after, limit } = filter;
  const knownIds = await findKnownAs(
    trx,
    organizationId,
    [waitingTeamId, blockingTeamId].filter((teamId) => teamId !== undefined),
  );
  const rows = await trx
    .selectFrom('treatment')
    .selectAll()
    .select([knownAs(organizationId, 'waiting_team_id').as('waiting'), knownAs(organizationId, 'blocking_team_id').as('blocking')])
    .where('organization_id', '=', organizationId)
    .$if(id !== undefined, (query) => query.where('id', '=', id as string))
    .$if(waitingTeamId !== undefined, (query) =>
      query.where(knownAs(organizationId, 'waiting_team_id'), '=', knownIds.get(waitingTeamId as string) ?? (waitingTeamId as string)),
    )
    .$if(blockingTeamId !== undefined, (query) =>
      query.where(knownAs(organizationId, 'blocking_team_id'), '=', knownIds.get(blockingTeamId as string) ?? (blockingTeamId as string)),
    )
    .$if(after !== undefined && after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('treated_on', 'id'), '<', tuple((after as TreatmentPosition).treatedOn, (after as TreatmentPosition).id)),
      ),
    )
    .orderBy('treated_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    waitingTeamId: row.waiting,
    blockingTeamId: row.blocking,
    treatedOn: row.treated_on,
    kind: row.kind,
    note: row.note,
    markedBy: row.marked_by,
    createdAt: row.created_at.toISOString(),
  }));
}
