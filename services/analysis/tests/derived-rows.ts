import { analyze, engineVersion, makeFactsClock } from '@speedtax/domain';
import type { Database, Tables } from '@speedtax/storage';
import { countCoverage, findSyncEvidence, loadCompany, writeAnalysis } from '@speedtax/storage/derived';
import { followedBy } from '@speedtax/storage/incremental';
import { sql, type Transaction } from 'kysely';

export type DerivedRows = Record<string, string[]>;

const notWhen = sql`- array['finished_at', 'duration_ms']`;

/** Every derived row there is, but for when it was found. */
export async function tellRows(trx: Transaction<Tables>): Promise<DerivedRows> {
  const told: DerivedRows = {};
  for (const table of Object.keys(followedBy)) {
    const { rows } = await sql<{ row: string }>`select (to_jsonb(t) ${notWhen})::text as row from ${sql.table(table)} t order by 1`.execute(
      trx,
    );
    told[table] = rows.map(({ row }) => row);
  }
  return told;
}

export function tellDerived(database: Database, organizationId: string): Promise<DerivedRows> {
  return database.inOrganization(organizationId, tellRows);
}

/** What a rebuild would write, without leaving anything of it. */
export function tellRebuilt(database: Database, organizationId: string): Promise<DerivedRows> {
  return database.inOrganization(
    organizationId,
    async (trx) => {
      const { dataCutOffAt, calendar } = await findSyncEvidence(trx, organizationId);
      if (dataCutOffAt === null) throw new Error('Nothing was read');
      const company = await loadCompany(trx, organizationId);
      const now = dataCutOffAt.getTime();
      const analysis = analyze(company, makeFactsClock(company, calendar, now), now);
      const coverage = await countCoverage(trx, organizationId);
      const found = { dataCutOffAt, finishedAt: dataCutOffAt, durationMs: 0, coverage, calendar };
      await writeAnalysis(trx, company, analysis, { organizationId, engineVersion, ...found });
      return tellRows(trx);
    },
    { throwAway: true },
  );
}
