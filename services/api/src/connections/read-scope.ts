import type { ConnectionScope } from '@speedtax/contract';
import { openSecret, sealSecret } from '@speedtax/runtime';
import { storeCredentials, tryLockConnection } from '@speedtax/storage/facts';
import { fetchScopeChoices, TrackerError } from '@speedtax/trackers';
import type { ApiContext } from '../context.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';

const timeoutMs = 20_000;

/** What the tracker shows with these credentials, and what was chosen of it. @throws HttpProblem */
export async function readScope(context: ApiContext, organizationId: string, connectionId: string): Promise<ConnectionScope> {
  const { database, secretKeys, now, trackerFetch } = context;
  const place = { organizationId, connectionId };
  const sealedFor = { organizationId, rowId: connectionId };
  return database.inOrganization(organizationId, async (lock) => {
    const found = await lock
      .selectFrom('connection')
      .select(['provider', 'base_url', 'deployment', 'credentials', 'scope', 'disconnected_at'])
      .where('organization_id', '=', organizationId)
      .where('id', '=', connectionId)
      .executeTakeFirst();
    if (!found) throw notFound('connection');
    // Credentials that are renewed twice at a time are lost: whoever syncs has them to itself.
    if (found.disconnected_at !== null || !trackerFetch || !(await tryLockConnection(lock, connectionId)))
      return { chosen: found.scope, choices: [] };
    try {
      const choices = await fetchScopeChoices({
        provider: found.provider,
        baseUrl: found.base_url,
        deployment: found.deployment,
        credentials: await openSecret(secretKeys, sealedFor, found.credentials),
        fetch: trackerFetch,
        signal: AbortSignal.timeout(timeoutMs),
        now,
        async storeCredentials(renewed) {
          const sealed = await sealSecret(secretKeys, sealedFor, renewed);
          await database.inOrganization(organizationId, (trx) => storeCredentials(trx, place, sealed));
        },
      });
      return { chosen: found.scope, choices };
    } catch (error) {
      if (!(error instanceof TrackerError)) throw error;
      throw new HttpProblem(422, 'tracker_unreachable', 'The tracker does not answer', { detail: error.message });
    }
  });
}
