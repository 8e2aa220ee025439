import type { Calendar } from '@speedtax/domain';
import { type DatabaseTransaction, findAnalysis, type LatestAnalysis } from '@speedtax/storage/analytics';
import { getOrganizationSettings } from '@speedtax/storage/organization';
import { enterPast } from '../as-of/enter-past.ts';
import { presentStamp } from '../as-of/present-stamp.ts';
import type { Principal } from '../auth/principal.ts';
import type { RouteContext } from '../context.ts';

/** What every answer with figures stands on. */
export interface FigureBasis {
  readonly trx: DatabaseTransaction;
  readonly organizationId: string;
  readonly timeZone: string;
  /** What days and durations are measured with: that of the analysis, so that it fits the sums. */
  readonly calendar: Calendar;
  /** Undefined before the first analysis. */
  readonly analysis: LatestAnalysis | undefined;
  /** The data cut-off; before the first analysis now, up to which nothing is known. */
  readonly dataCutOffAt: Date;
  /** Set where the question is about the past: then all of this is of that instant. */
  readonly asOf: { readonly at: Date; readonly factsDigest: string } | null;
}

/** Reads figures in one snapshot, so that all numbers of an answer come from the same analysis; where the question says `asOf`, of the past. */
export function readFigures<T extends object>(
  context: RouteContext,
  principal: Principal,
  read: (basis: FigureBasis) => Promise<T>,
): Promise<T> {
  const { organizationId } = principal;
  const { asOf } = context;
  const statementTimeoutMs = context.limits.statementTimeoutMs;
  if (asOf === undefined) {
    return context.database.inOrganization(
      organizationId,
      async (trx) => {
        const present = await readPresent(trx, organizationId);
        return read({ ...present, dataCutOffAt: present.analysis?.dataCutOffAt ?? new Date(context.now()), asOf: null });
      },
      { readOnly: true, statementTimeoutMs },
    );
  }
  return context.past.inTurn(() =>
    context.database.inOrganization(
      organizationId,
      async (trx) => {
        const basis = await enterPast(await readPresent(trx, organizationId), asOf, context.past);
        return { ...(await read(basis)), ...presentStamp(basis) };
      },
      { throwAway: true, statementTimeoutMs },
    ),
  );
}

async function readPresent(trx: DatabaseTransaction, organizationId: string) {
  const settings = await getOrganizationSettings(trx, organizationId);
  const analysis = await findAnalysis(trx, organizationId);
  const calendar = analysis?.calendar ?? { timeZone: settings.timeZone, working: null };
  return { trx, organizationId, timeZone: calendar.timeZone, calendar, analysis };
}
