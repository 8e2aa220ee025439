import { randomUUID } from 'node:crypto';
import { measure, tellResult } from '@speedtax/domain/bench/measure';
import type { JobQueue } from '@speedtax/queue';
import { makeLogger, makeSecretKeys, sealSecret } from '@speedtax/runtime';
import { openDatabase } from '@speedtax/storage';
import { findUnfinishedSync, queueSync } from '@speedtax/storage/facts';
import { writeJiraCredentials } from '@speedtax/trackers';
import type { SyncContext } from '../src/context.ts';
import { runStep } from '../src/step/run-step.ts';
import { account, serveJira } from './serve-jira.ts';

/**
 * How long a first sync of a Jira takes, one of an unchanged site, and mapping it again:
 * `node bench/jira-command.ts <url> <issues> [cloud|server]`.
 */
const [url = '', issues = '', kind = 'cloud'] = process.argv.slice(2);
const deployment = kind === 'server' ? 'server' : 'cloud';
const jira = await serveJira(deployment, Number(issues));
const database = openDatabase({ url, applicationName: 'speedtax bench', onError: console.error });
const secretKeys = makeSecretKeys('a secret that only a bench is opened with');
const [organizationId, connectionId] = [randomUUID(), randomUUID()];
const place = { organizationId, connectionId };
const credentials = writeJiraCredentials(
  deployment === 'cloud' ? { kind: 'basic', ...account } : { kind: 'personal', personalAccessToken: account.apiToken },
);
const sealed = await sealSecret(secretKeys, { organizationId, rowId: connectionId }, credentials);
await database.asSystem((trx) => trx.insertInto('organization').values({ id: organizationId, name: 'Bench' }).execute());
await database.inOrganization(organizationId, (trx) =>
  trx
    .insertInto('connection')
    .values({
      organization_id: organizationId,
      id: connectionId,
      provider: 'jira',
      name: 'Bench',
      base_url: jira.url,
      deployment,
      credentials: sealed,
      status: 'pending',
    })
    .execute(),
);
const context: SyncContext = {
  database,
  queue: { enqueue: async () => {} } as unknown as JobQueue,
  logger: makeLogger({ service: 'bench', level: 'warn' }),
  secretKeys,
  fetch,
  publicUrl: null,
  now: Date.now,
};

async function sync(as: 'backfill' | 'incremental' | 'remap'): Promise<void> {
  await database.inOrganization(organizationId, (trx) => queueSync(trx, place, { id: randomUUID(), kind: as, at: new Date() }));
  while (await database.inOrganization(organizationId, (trx) => findUnfinishedSync(trx, place)))
    await runStep(context, place, new AbortController().signal);
}

const once = { warmUp: false };
const first = await measure(1, () => sync('backfill'), once);
const { requests } = await database.inOrganization(organizationId, (trx) =>
  trx.selectFrom('sync').select('requests').where('organization_id', '=', organizationId).executeTakeFirstOrThrow(),
);
const unchanged = await measure(1, () => sync('incremental'), once);
const mapping = JSON.stringify({ initiativeOwnerField: 'reporter' });
await database.inOrganization(organizationId, (trx) =>
  trx.updateTable('connection').set({ mapping }).where('organization_id', '=', organizationId).execute(),
);
const mappedAgain = await measure(1, () => sync('remap'), once);
await database.close();
await jira.close();
tellResult({ first, unchanged, mappedAgain, requests });
