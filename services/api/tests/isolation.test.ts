import { randomUUID } from 'node:crypto';
import { listedEndpoints } from '@speedtax/contract';
import { workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootstrapApiKey } from '../src/auth/bootstrap-api-key.ts';
import { type Person, signUp } from './account-story.ts';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

const theirKey = 'the_key_of_another_organization';
const secrets = ['About a1', 'Team A', 'Ada', 'Launch', 'Checkout', 'Story', 'tracker.example'];
let api: TestApi;
let ids: string[];

beforeAll(async () => {
  // A stream ends soon, so that what it told can be looked at.
  api = await startTestApi(({ limits }) => ({ limits: { ...limits, streamMs: 100 } }));
  const { connectionId, syncId, idOf } = await tellCompany(api.test, workedExample, 10);
  ids = [connectionId, syncId, idOf('initiative', 'Launch'), idOf('issue', 'a1'), idOf('team', 'A')];
  const theirs = randomUUID();
  await api.test.database.asSystem((trx) => trx.insertInto('organization').values({ id: theirs, name: 'Theirs' }).execute());
  await bootstrapApiKey(api.test.database, theirs, theirKey);
});
afterAll(() => api.close());

/** Somebody who was in an organization and is so no longer. */
async function signUpElsewhere(): Promise<Person> {
  const eve = await signUp(api, 'eve@example.com');
  await api.test.database.inOrganization(api.test.organizationId, (trx) => trx.deleteFrom('member').execute());
  return eve;
}

describe('another organization', () => {
  // What is asked with a body is told in the stories of its endpoint.
  const guarded = listedEndpoints.filter((endpoint) => endpoint.access !== 'public' && endpoint.body === undefined);

  it('has an account that is nobody here, and so is told nothing either', async () => {
    const eve = await signUpElsewhere();
    for (const { name, method, path } of guarded.filter(({ access }) => access !== 'account')) {
      const text = await (await eve.ask(path.replaceAll(/\{\w+\}/g, ids[0] ?? ''), method.toUpperCase())).text();
      expect([name, secrets.filter((secret) => text.includes(secret))]).toEqual([name, []]);
      expect([name, JSON.parse(text).code]).toEqual([name, 'no_organization']);
    }
  });

  it.each(guarded.map((endpoint) => [endpoint.name, endpoint] as const))(
    'is told nothing of ours by %s',
    async (_name, { method, path, access }) => {
      for (const id of path.includes('{id}') ? ids : ['']) {
        const query = path === '/api/v1/issues' ? '?waiting=true' : '';
        const answer = await api.ask(`${path.replaceAll(/\{\w+\}/g, id)}${query}`, {
          method: method.toUpperCase(),
          headers: { authorization: `Bearer ${theirKey}` },
        });
        const text = await answer.text();
        // A key is no account: what is an account's own is refused as such.
        const told = path.includes('{id}') ? 404 : 200;
        expect(answer.status).toBe(access === 'account' ? 403 : told);
        for (const secret of [...secrets, ...ids.filter((other) => other !== id)]) expect(text).not.toContain(secret);
      }
    },
  );

  it('cannot narrow its figures to a team of ours', async () => {
    const headers = { authorization: `Bearer ${theirKey}` };
    const teamId = ids.at(-1);
    expect((await api.ask(`/api/v1/speed-tax/series?teamId=${teamId}`, { headers })).status).toBe(404);
    expect(await (await api.ask(`/api/v1/issues?waiting=true&teamId=${teamId}`, { headers })).json()).toEqual({
      items: [],
      nextCursor: null,
    });
  });

  it('has deleted and changed nothing by asking', async () => {
    const { items } = await api.get<{ items: { status: string }[] }>('/api/v1/connections');
    expect(items.map((connection) => connection.status)).toEqual(['ready']);
    expect(api.enqueued).toEqual([]);
  });
});
