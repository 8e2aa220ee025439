import type { DataVersion } from '@speedtax/contract';
import type { ApiContext } from '../context.ts';

/** What every figure of an organization depends on, in a few words. */
export interface DataVersions {
  read(organizationId: string): Promise<DataVersion>;
}

/** Organizations that are looked at, at once. */
const mostKept = 1_000;

/** However many readers wait for figures to change, the tables are looked at once for all of them. */
export function makeDataVersions({ database, limits }: Pick<ApiContext, 'database' | 'limits'>): DataVersions {
  const looks = new Map<string, { readonly at: number; readonly version: Promise<DataVersion> }>();
  return {
    read(organizationId) {
      const known = looks.get(organizationId);
      const at = performance.now();
      if (known && at - known.at < limits.versionPollMs) return known.version;
      const version = findDataVersion(database, organizationId);
      // Whoever waits for it is told; a failure is looked at again.
      version.catch(() => looks.delete(organizationId));
      if (looks.size >= mostKept) looks.clear();
      looks.set(organizationId, { at, version });
      return version;
    },
  };
}

function findDataVersion(database: ApiContext['database'], organizationId: string): Promise<DataVersion> {
  return database.inOrganization(
    organizationId,
    async (trx) => {
      const analysis = await trx
        .selectFrom('analysis')
        .select(['engine_version', 'data_cut_off_at', 'finished_at'])
        .where('organization_id', '=', organizationId)
        .executeTakeFirst();
      const connections = await trx
        .selectFrom('connection')
        .select(['id', 'status', 'last_synced_at'])
        .where('organization_id', '=', organizationId)
        .orderBy('id')
        .execute();
      return {
        version: analysis ? `${analysis.engine_version}-${analysis.finished_at.getTime()}` : 'none',
        dataCutOff: analysis?.data_cut_off_at.toISOString() ?? null,
        connections: connections.map(({ id, status, last_synced_at }) => ({
          id,
          status,
          lastSyncedAt: last_synced_at?.toISOString() ?? null,
        })),
      };
    },
    { readOnly: true },
  );
}
