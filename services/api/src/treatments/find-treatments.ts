import type { Treatment } from '@speedtax/contract';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';

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

/** Treatments, latest first. */
export async function findTreatments(trx: DatabaseTransaction, organizationId: string, filter: Filter): Promise<TreatmentRecord[]> {
  const { id, waitingTeamId, blockingTeamId, after, limit } = filter;
  const rows = await trx
    .selectFrom('treatment')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .$if(id !== undefined, (query) => query.where('id', '=', id as string))
    .$if(waitingTeamId !== undefined, (query) => query.where('waiting_team_id', '=', waitingTeamId as string))
    .$if(blockingTeamId !== undefined, (query) => query.where('blocking_team_id', '=', blockingTeamId as string))
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
    waitingTeamId: row.waiting_team_id,
    blockingTeamId: row.blocking_team_id,
    treatedOn: row.treated_on,
    kind: row.kind,
    note: row.note,
    markedBy: row.marked_by,
    createdAt: row.created_at.toISOString(),
  }));
}
