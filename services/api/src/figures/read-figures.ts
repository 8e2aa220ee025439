import { type DatabaseTransaction, findAnalysis, type LatestAnalysis } from '@speedtax/storage/analytics';
import type { Principal } from '../auth/principal.ts';
import type { ApiContext } from '../context.ts';

/** What every answer with figures stands on. */
export interface FigureBasis {
  readonly trx: DatabaseTransaction;
  readonly organizationId: string;
  readonly timeZone: string;
  /** Undefined before the first analysis. */
  readonly analysis: LatestAnalysis | undefined;
  /** The data cut-off; before the first analysis now, up to which nothing is known. */
  readonly dataCutOffAt: Date;
}

/** Reads figures in one snapshot, so that all numbers of an answer come from the same analysis. */
export function readFigures<T>(context: ApiContext, principal: Principal, read: (basis: FigureBasis) => Promise<T>): Promise<T> {
  const { organizationId } = principal;
  return context.database.inOrganization(
    organizationId,
    async (trx) => {
      const { time_zone: timeZone } = await trx
        .selectFrom('organization')
        .select('time_zone')
        .where('id', '=', organizationId)
        .executeTakeFirstOrThrow();
      const analysis = await findAnalysis(trx, organizationId);
      return read({ trx, organizationId, timeZone, analysis, dataCutOffAt: analysis?.dataCutOffAt ?? new Date(context.now()) });
    },
    { readOnly: true, statementTimeoutMs: context.limits.statementTimeoutMs },
  );
}
