import type { Connection, ConnectionScope, Problem } from '@speedtax/contract';
import { noteDelivery, noteSyncHints } from '@speedtax/storage/facts';
import { workedExample } from '@speedtax/storage/testing/company-story';
import { generateCompany, startTwin, type Twin } from '@speedtax/tracker-twin';
import { writeLinearCredentials } from '@speedtax/trackers';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { analyzeCompany, startTestApi, type TestApi, tellCompany } from './test-api.ts';

const now = Date.parse('2026-01-11T00:00:00Z');
let api: TestApi;
let twin: Twin;
let connection: Connection;
let workspaceId = 'acme';

beforeAll(async () => {
  twin = await startTwin({
    company: generateCompany({ seed: 5, issues: 300, today: now }),
    apiKeys: ['lin_api_good'],
    limits: 'off',
    now: () => now,
  });
  api = await startTestApi(() => ({
    now: () => now,
    trackerFetch: fetch,
    checkCredentials: async (asked) =>
      'apiKey' in asked && asked.apiKey !== 'lin_api_wrong'
        ? {
            ok: true,
            workspaceName: workspaceId,
            workspaceId,
            baseUrl: twin.url,
            deployment: null,
            credentials: writeLinearCredentials({ apiKey: asked.apiKey }),
          }
        : { ok: false, code: 'credentials_refused', reason: 'Linear does not know this key.' },
  }));
});
afterAll(async () => {
  await twin.close();
  await api.close();
});

async function ask<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
  const answer = await api.ask(`/api/v1/connections${path}`, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (answer.status === 204 ? null : await answer.json()) as T };
}

const syncsOf = ({ id }: Connection) =>
  api.enqueued.filter(({ name, payload }) => name === 'sync.step' && JSON.stringify(payload).includes(id));

beforeEach(async () => {
  workspaceId = `acme ${Math.random()}`;
  connection = (await ask<Connection>('POST', '', { provider: 'linear', name: 'Ours', apiKey: 'lin_api_good', startsPaused: true })).body;
});

describe('a connection that starts paused', () => {
  it('reads nothing until it is resumed', async () => {
    expect([connection.isPaused, connection.latestSyncId, syncsOf(connection)]).toEqual([true, null, []]);
    const resumed = await ask<Connection>('POST', `/${connection.id}/resume`);
    expect(resumed.body).toMatchObject({ isPaused: false, latestSyncId: expect.any(String) });
    expect(syncsOf(connection)).toHaveLength(1);
  });

  it('shows the teams that its credentials see, of which some may be chosen', async () => {
    const scope = await ask<ConnectionScope>('GET', `/${connection.id}/scope`);
    expect(scope.body.chosen).toBeNull();
    expect(scope.body.choices.map(({ key }) => key).sort()).toEqual([...twin.company.teams].map(({ id }) => id).sort());
    const [first] = scope.body.choices;
    expect((await ask('PUT', `/${connection.id}/scope`, { keys: [first?.key] })).status).toBe(200);
    expect((await ask<ConnectionScope>('GET', `/${connection.id}/scope`)).body.chosen).toEqual([first?.key]);
  });

  it('has nothing to choose any more once it is being read', async () => {
    await ask('POST', `/${connection.id}/resume`);
    expect((await ask<Problem>('PUT', `/${connection.id}/scope`, { keys: null })).body.code).toBe('already_reading');
  });
});

describe('a connection that is paused', () => {
  it('says so, and goes on later', async () => {
    await ask('POST', `/${connection.id}/resume`);
    expect((await ask<Connection>('POST', `/${connection.id}/pause`)).body.isPaused).toBe(true);
    expect((await ask<Connection>('POST', `/${connection.id}/resume`)).body.isPaused).toBe(false);
  });
});

describe('other credentials', () => {
  const to = (apiKey: string) =>
    ask<Connection & Omit<Problem, 'status'>>('PUT', `/${connection.id}/credentials`, { provider: 'linear', name: 'x', apiKey });

  it('take the place of those that there were', async () => {
    expect((await to('lin_api_other')).body).toMatchObject({ id: connection.id, name: 'Ours', status: 'pending' });
  });

  it('are refused with the tracker’s reason, and change nothing', async () => {
    const answer = await to('lin_api_wrong');
    expect([answer.status, answer.body.detail]).toEqual([422, 'Linear does not know this key.']);
  });

  it('of another workspace are refused: two histories would be mixed', async () => {
    workspaceId = 'somebody else';
    expect((await to('lin_api_other')).body.code).toBe('other_workspace');
  });
});

describe('a connection that is disconnected', () => {
  it('has no credentials, hears of nothing, and may be given others', async () => {
    await ask('POST', `/${connection.id}/resume`);
    expect((await ask<Connection>('POST', `/${connection.id}/disconnect`)).body.isDisconnected).toBe(true);
    const { rows } = await api.test.database.inOrganization(api.test.organizationId, (trx) =>
      sql<{ credentials: string; webhooks: number }>`
        select credentials, (select count(*) from webhook w where w.connection_id = c.id) as webhooks from connection c where id = ${connection.id}
      `.execute(trx),
    );
    expect(rows).toEqual([{ credentials: '', webhooks: 0 }]);
    expect((await ask<Problem>('POST', `/${connection.id}/resume`)).body.code).toBe('disconnected');
    const body = { provider: 'linear', name: 'x', apiKey: 'lin_api_good' };
    expect((await ask<Connection>('PUT', `/${connection.id}/credentials`, body)).body.isDisconnected).toBe(false);
  });
});

describe('a connection that is deleted', () => {
  it('leaves nothing of it in any table but the log of who deleted it', async () => {
    const own = await startTestApi();
    const { database, organizationId } = own.test;
    const { connectionId } = await tellCompany(own.test, workedExample, 10);
    const place = { organizationId, connectionId };
    await own.get(`/api/v1/connections/${connectionId}/webhook`);
    await database.inOrganization(organizationId, async (trx) => {
      await noteDelivery(trx, place, { id: 'd', at: new Date(now) });
      await noteSyncHints(trx, place, [{ subject: 'issue', externalId: 'a1', saysDeleted: false }], new Date(now));
    });
    expect((await own.ask(`/api/v1/connections/${connectionId}`, { method: 'DELETE' })).status).toBe(204);
    await analyzeCompany(own.test, 10);
    const left = await database.inOrganization(organizationId, async (trx) => {
      const { rows: tables } = await sql<{ name: string }>`
        select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'select')
      `.execute(trx);
      expect(tables.length).toBeGreaterThan(40);
      const found: string[] = [];
      for (const { name } of tables) {
        const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(trx);
        for (const { row } of rows) found.push(`${name} ${row}`);
      }
      return found;
    });
    const told = ['About a1', 'Ada', 'Launch', 'Team A', connectionId, 'tracker.example'];
    expect(left.filter((row) => !row.startsWith('audit_entry ') && told.some((word) => row.includes(word)))).toEqual([]);
    const kinds = new Set(left.map((row) => row.split(' ')[0]));
    expect(
      [...kinds].filter((table) => !['organization', 'api_key', 'analysis', 'audit_entry', 'fact_memory'].includes(table ?? '')),
    ).toEqual([]);
    await own.close();
  });
});
