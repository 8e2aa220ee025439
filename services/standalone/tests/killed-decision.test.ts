import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { runAnalysis } from '@speedtax/analysis';
import { startNotifyService } from '@speedtax/notify';
import { openQueue } from '@speedtax/queue';
import { makeGuardedFetch, makeLogger, makeMetrics, makeSecretKeys, sealSecret, writeChannelSecret } from '@speedtax/runtime';
import { insertAlertChannel, insertAlertSubscription, listAlerts, listDeliveries } from '@speedtax/storage/alerts';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import { at, insertCompanyStory } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, expect, it } from 'vitest';

const logger = makeLogger({ service: 'test', level: 'silent' });
const secretKeys = makeSecretKeys('a secret that is used in tests only and long enough');
const bodies: string[] = [];
let arrived: () => void;
const bothArrived = new Promise<void>((resolve) => {
  arrived = resolve;
});
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    bodies.push(body);
    response.end('ok');
    if (bodies.length === 2) arrived();
  });
});
let test: TestDatabase;

beforeAll(async () => {
  test = await makeTestDatabase({ maxConnections: 8 });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
});
afterAll(async () => {
  receiver.close();
  await test.close();
});

async function subscribe(): Promise<void> {
  const { database, organizationId } = test;
  const id = randomUUID();
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  const secret = await sealSecret(secretKeys, { organizationId, rowId: id }, writeChannelSecret({ kind: 'slack', url }));
  const times = { quiet_from_minute: null, quiet_to_minute: null, digest_minute: null, time_zone: 'UTC' };
  await database.inOrganization(organizationId, async (trx) => {
    await insertAlertChannel(trx, organizationId, { id, kind: 'slack', name: 'Ours', target: '', secret, made_by: 'Ada', made_at: at(0) });
    await insertAlertSubscription(trx, organizationId, {
      id: randomUUID(),
      channel_id: id,
      rule_id: null,
      subject_id: null,
      tells: ['raised'],
      ...times,
    });
  });
}

async function readUpTo(day: number, connectionId: string): Promise<void> {
  const { database, organizationId } = test;
  const sync = { id: randomUUID(), connection_id: connectionId, kind: 'incremental' as const, state: 'analyzing' as const };
  await database.inOrganization(organizationId, (trx) =>
    trx
      .insertInto('sync')
      .values({ organization_id: organizationId, ...sync, read_at: at(day), created_at: at(1000 + day) })
      .execute(),
  );
}

it('an alert whose analysis is killed right after it was decided is sent by whoever comes next, once', async () => {
  const { database, organizationId } = test;
  const blockers = ['b1', 'b2', 'b3'];
  const { connectionId } = await insertCompanyStory(
    database,
    organizationId,
    {
      teams: ['A', 'B'],
      initiatives: [{ name: 'Launch' }],
      projects: [{ name: 'Checkout', initiative: 'Launch' }],
      issues: [
        { key: 'a1', team: 'A', project: 'Checkout', statuses: [[0, 'started']] },
        ...blockers.map((key) => ({ key, team: 'B', statuses: [[5, 'started']] as const })),
      ],
      links: blockers.map((blocker) => ({ blocker, blocked: 'a1', from: 5 })),
    },
    2,
  );
  await subscribe();
  const analyze = (day: number) => runAnalysis({ database, logger, now: () => at(day).getTime() }, organizationId);
  await analyze(2);
  await readUpTo(5, connectionId);
  await analyze(5);
  await readUpTo(6, connectionId);

  const queue = await openQueue({ databaseUrl: test.url, onError: () => {} });
  await queue.enqueue('analysis.run', { organizationId, syncId: null });
  const script = fileURLToPath(new URL('./decide-and-die.ts', import.meta.url));
  const child = spawn(execPath, [script, test.url, String(at(6).getTime())], { stdio: ['ignore', 'inherit', 'inherit'] });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  expect(bodies).toEqual([]);
  const outbox = () => database.inOrganization(organizationId, (trx) => listDeliveries(trx, organizationId, { limit: 10 }));
  const raised = await database.inOrganization(organizationId, (trx) => listAlerts(trx, organizationId, { limit: 10 }));
  expect(raised.map(({ kind }) => kind).sort()).toEqual(['blocker_rise', 'external_blockers']);
  expect((await outbox()).map(({ state }) => state)).toEqual(['waiting', 'waiting']);

  const door = makeGuardedFetch({ allowPrivate: true });
  const metrics = makeMetrics({ processMetrics: false });
  const shared = { database, queue, logger, secretKeys, publicUrl: 'https://speedtax.example', now: () => at(6).getTime() };
  await startNotifyService({ ...shared, metrics, fetch: door.fetch, sendMail: null });
  await bothArrived;
  await queue.close();
  await door.close();
  // Whatever the next analysis finds, it is no news.
  await readUpTo(7, connectionId);
  await analyze(7);
  expect(bodies.map((body) => JSON.parse(body).text).sort()).toEqual([
    'Launch: 3 external blockers are open',
    'Launch: 3 more external blockers than within the last 7 days',
  ]);
  expect((await outbox()).map(({ state }) => state)).toEqual(['sent', 'sent']);
});
