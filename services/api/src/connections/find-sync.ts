import type { Sync } from '@speedtax/contract';
import type { DatabaseTransaction } from '@speedtax/storage/analytics';

export interface SyncRow {
  readonly id: string;
  readonly connection_id: string;
  readonly kind: Sync['kind'];
  readonly state: Sync['state'];
  readonly phase: string | null;
  readonly done: number;
  readonly total: number | null;
  readonly requests: number;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly error: string | null;
  readonly problem_count: number;
}

/** One sync by its id, or the latest of a connection, those aside that only follow a hint. */
export async function findSync(
  trx: DatabaseTransaction,
  organizationId: string,
  which: { readonly id: string } | { readonly latestOf: string },
): Promise<SyncRow | undefined> {
  return trx
    .selectFrom('sync as s')
    .select([
      's.id',
      's.connection_id',
      's.kind',
      's.state',
      's.phase',
      's.done',
      's.total',
      's.requests',
      's.started_at',
      's.finished_at',
      's.error',
    ])
    .select((query) =>
      query
        .selectFrom('sync_problem as p')
        .select((count) => count.fn.countAll<number>().as('problems'))
        .where('p.organization_id', '=', organizationId)
        .whereRef('p.connection_id', '=', 's.connection_id')
        .whereRef('p.sync_id', '=', 's.id')
        .as('problem_count'),
    )
    .where('s.organization_id', '=', organizationId)
    .where((where) =>
      'id' in which
        ? where('s.id', '=', which.id)
        : where.and([where('s.connection_id', '=', which.latestOf), where('s.kind', '<>', 'targeted')]),
    )
    .orderBy('s.created_at', 'desc')
    .limit(1)
    .executeTakeFirst() as Promise<SyncRow | undefined>;
}

/** The newest problems of a sync, this many at most. */
export const maxListedProblems = 200;

export async function listSyncProblems(trx: DatabaseTransaction, organizationId: string, sync: SyncRow): Promise<Sync['problems']> {
  const rows = await trx
    .selectFrom('sync_problem')
    .select(['kind', 'subject', 'detail', 'at'])
    .where('organization_id', '=', organizationId)
    .where('connection_id', '=', sync.connection_id)
    .where('sync_id', '=', sync.id)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(maxListedProblems)
    .execute();
  return rows.map(({ at, ...problem }) => ({ ...problem, at: at.toISOString() }));
}
