import { endpoints } from '@speedtax/contract';
import { at, type StoredStory } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyzeCompany, startTestApi, type TestApi, tellCompany } from './test-api.ts';

let api: TestApi;
let idOf: StoredStory['idOf'];

/** A second connection knows Team A, a team with B's key, and Ada. */
beforeAll(async () => {
  api = await startTestApi();
  ({ idOf } = await tellCompany(api.test, { teams: ['A', 'B'], people: [{ name: 'Ada', teams: ['A'] }], issues: [] }, 10));
  const { database, organizationId: organization_id } = api.test;
  await database.inOrganization(organization_id, async (trx) => {
    const first = await trx.selectFrom('connection').selectAll().executeTakeFirstOrThrow();
    await trx
      .updateTable('connection')
      .set({ created_at: at(0) })
      .execute();
    const second = { organization_id, connection_id: idOf('connection', 'second') };
    await trx
      .insertInto('connection')
      .values({ ...first, id: second.connection_id, name: 'Second', created_at: at(1), mapping: '{}' })
      .execute();
    await trx.updateTable('person').set({ email: 'ada@example.com' }).execute();
    const team = (id: string, key: string, name: string) => ({ ...second, id: idOf('second', id), external_id: `far ${id}`, key, name });
    await trx
      .insertInto('team')
      .values([team('A', 'AX', 'team a'), team('B', 'B', 'Billing')])
      .execute();
    const ada = {
      id: idOf('second', 'Ada'),
      external_id: 'far Ada',
      name: 'Ada L.',
      email: 'Ada@example.com',
      active: true,
      is_app: false,
    };
    await trx
      .insertInto('person')
      .values({ ...second, ...ada })
      .execute();
    await trx
      .insertInto('team_member')
      .values({ ...second, team_id: idOf('second', 'A'), person_id: ada.id })
      .execute();
  });
  await analyzeCompany(api.test, 10);
});
afterAll(() => api.close());

const read = async () => endpoints.listIdentities.answer.parse(await api.get('/api/v1/identities'));
const send = (method: string, path: string, body?: unknown) =>
  api.ask(path, { method, headers: { 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) });

describe('people and teams that two connections know', () => {
  it('are joined by e-mail address and by name, and proposed by key', async () => {
    const { joined, proposed, decisions } = await read();
    expect(joined.map(({ kind, id, members, decided }) => [kind, id, members.map(({ name }) => name), decided])).toEqual([
      ['person', idOf('person', 'Ada'), ['Ada', 'Ada L.'], false],
      ['team', idOf('team', 'A'), ['Team A', 'team a'], false],
    ]);
    expect(proposed.map(({ members }) => members.map(({ name }) => name).sort())).toEqual([['Billing', 'Team B']]);
    expect(decisions).toEqual([]);
  });

  it('are listed once, with the ids of both, and with each member once', async () => {
    const { items } = endpoints.listTeams.answer.parse(await api.get('/api/v1/teams'));
    expect(items.map(({ name, externalIds, members }) => [name, externalIds, members]).sort()).toEqual([
      ['Billing', ['far B'], 0],
      ['Team A', ['team:A', 'far A'], 1],
      ['Team B', ['team:B'], 0],
    ]);
  });

  it('have one duty, whichever of the two ids it is registered and ended under', async () => {
    expect((await send('PUT', `/api/v1/duties/${idOf('second', 'Ada')}`, { name: 'Hiring bar' })).status).toBe(200);
    const { items } = endpoints.listDuties.answer.parse(await api.get('/api/v1/duties'));
    expect(items.map(({ person, name }) => [person.personId, name])).toEqual([[idOf('person', 'Ada'), 'Hiring bar']]);
    expect((await send('DELETE', `/api/v1/duties/${idOf('person', 'Ada')}`)).status).toBe(204);
  });

  it('answer to the ids they had before: teams in addresses, and in what was marked about them', async () => {
    const [known, former, other] = [idOf('team', 'A'), idOf('second', 'A'), idOf('team', 'B')];
    for (const path of [
      `/api/v1/speed-tax/series?bucket=day&teamId=${former}`,
      `/api/v1/quotes?waitingTeamId=${former}`,
      `/api/v1/issues?waiting=true&teamId=${former}`,
    ])
      expect((await api.ask(path)).status, path).toBe(200);
    expect(await api.get(`/api/v1/speed-tax/series?bucket=day&teamId=${former}`)).toMatchObject({ teamId: known });
    const { database, organizationId: organization_id } = api.test;
    await database.inOrganization(organization_id, (trx) =>
      trx
        .insertInto('treatment')
        .values({
          organization_id,
          id: idOf('treatment', 'old'),
          waiting_team_id: former,
          blocking_team_id: other,
          treated_on: '2026-01-03',
          kind: 'other',
          note: '',
          marked_by: 'Mia',
        })
        .execute(),
    );
    for (const asked of [known, former]) {
      const { items } = endpoints.listTreatments.answer.parse(await api.get(`/api/v1/treatments?waitingTeamId=${asked}`));
      expect(items.map(({ waitingTeamId, blockingTeamId }) => [waitingTeamId, blockingTeamId])).toEqual([[known, other]]);
    }
  });

  it('are offered to be joined by hand where one connection alone knows them', async () => {
    const { alone } = await read();
    expect(alone.map(({ kind, member }) => [kind, member.name])).toEqual([
      ['team', 'Billing'],
      ['team', 'Team B'],
    ]);
  });

  it('are joined and kept apart by hand, after which figures are found anew', async () => {
    const apart = `/api/v1/identities/${idOf('second', 'A')}/${idOf('team', 'A')}`;
    const together = `/api/v1/identities/${idOf('team', 'B')}/${idOf('second', 'B')}`;
    const before = api.enqueued.length;
    expect((await send('PUT', apart, { same: false })).status).toBe(200);
    expect((await send('PUT', together, { same: true })).status).toBe(200);
    expect(api.enqueued.slice(before).map(({ name }) => name)).toEqual(['analysis.run', 'analysis.run']);
    expect((await read()).joined.map(({ id }) => id)).toContain(idOf('team', 'A'));
    await analyzeCompany(api.test, 10);
    const { joined, proposed, decisions } = await read();
    expect(joined.filter(({ kind }) => kind === 'team').map(({ id, members, decided }) => [id, members.length, decided])).toEqual([
      [idOf('team', 'B'), 2, true],
    ]);
    expect([proposed, decisions.map(({ same }) => same).sort()]).toEqual([[], [false, true]]);
    expect([(await send('DELETE', apart)).status, (await send('DELETE', apart)).status]).toEqual([204, 404]);
    await analyzeCompany(api.test, 10);
    expect((await read()).joined.filter(({ kind }) => kind === 'team')).toHaveLength(2);
  });

  it('are two people or two teams that are there', async () => {
    const mixed = `/api/v1/identities/${idOf('person', 'Ada')}/${idOf('team', 'A')}`;
    const itself = `/api/v1/identities/${idOf('team', 'A')}/${idOf('team', 'A')}`;
    for (const path of [mixed, itself]) expect((await send('PUT', path, { same: true })).status).toBe(404);
    expect((await send('PUT', mixed, {})).status).toBe(400);
  });
});
