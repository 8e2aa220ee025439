import { endpoints } from '@speedtax/contract';
import { at, type CompanyStory, type StoredStory } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

const story: CompanyStory = {
  teams: ['A'],
  people: [{ name: 'Ada' }, { name: 'Ben' }],
  initiatives: [
    { name: 'Launch', owner: 'Ada' },
    { name: 'Second', owner: 'Ada' },
    { name: 'Part', owner: 'Ben', parent: 'Launch' },
  ],
  projects: [
    { name: 'P', initiative: 'Launch' },
    { name: 'Q', initiative: 'Part' },
    { name: 'R', initiative: 'Second' },
    { name: 'Done', status: 'completed' },
  ],
  issues: [],
};

let api: TestApi;
let idOf: StoredStory['idOf'];

beforeAll(async () => {
  api = await startTestApi();
  const stored = await tellCompany(api.test, story, 10);
  idOf = stored.idOf;
  const { database, organizationId } = api.test;
  const place = { organization_id: organizationId, connection_id: stored.connectionId };
  const handover = (day: number, from: string | null, to: string) => ({
    ...place,
    initiative_id: idOf('initiative', 'Launch'),
    at: at(day),
    from_person_id: from && idOf('person', from),
    to_person_id: idOf('person', to),
    source: 'history' as const,
  });
  const blocks = (blocker: string, blocked: string, from: number) => ({
    ...place,
    id: idOf('dependency', `${blocker} ${blocked}`),
    external_id: `${blocker} ${blocked}`,
    blocker_project_id: idOf('project', blocker),
    blocked_project_id: idOf('project', blocked),
    from_at: at(from),
  });
  await database.inOrganization(organizationId, async (trx) => {
    await trx
      .insertInto('initiative_owner_change')
      .values([handover(-200, null, 'Ada'), handover(-60, 'Ada', 'Ben'), handover(-5, 'Ben', 'Ada')])
      .execute();
    await trx
      .insertInto('project_dependency')
      .values([blocks('R', 'Q', 4), blocks('Q', 'P', 6), blocks('Done', 'P', 1)])
      .execute();
  });
});
afterAll(() => api.close());

const send = (method: string, path: string, body?: unknown) =>
  api.ask(path, { method, headers: { 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) });
const read = async (name: string) => endpoints.getInitiative.answer.parse(await api.get(`/api/v1/initiatives/${idOf('initiative', name)}`));

describe('who is accountable', () => {
  it('is part-time with another active initiative, and rotating with two changes in 90 days', async () => {
    const { items } = endpoints.listInitiatives.answer.parse(await api.get('/api/v1/initiatives'));
    expect(items.map(({ name, partTime, rotating }) => [name, partTime, rotating]).sort()).toEqual([
      ['Launch', true, true],
      ['Part', false, false],
      ['Second', true, false],
    ]);
  });

  it('can have one standing duty, which is shown and changes no span', async () => {
    const path = `/api/v1/duties/${idOf('person', 'Ada')}`;
    expect((await send('PUT', path, { name: 'Hiring bar' })).status).toBe(200);
    expect((await send('PUT', path, { name: 'Design reviews', note: 'on Tuesdays' })).status).toBe(200);
    const { items } = endpoints.listDuties.answer.parse(await api.get('/api/v1/duties'));
    expect(items.map(({ person, name, note }) => [person.name, name, note])).toEqual([['Ada', 'Design reviews', 'on Tuesdays']]);
    const { standings, ownerSpan } = await read('Launch');
    expect(standings[0]?.duty).toEqual({ name: 'Design reviews', note: 'on Tuesdays' });
    expect(ownerSpan).toBe(2);
    expect([(await send('DELETE', path)).status, (await send('DELETE', path)).status]).toEqual([204, 404]);
    expect((await send('PUT', `/api/v1/duties/${idOf('team', 'A')}`, { name: 'Hiring bar' })).status).toBe(404);
    expect((await send('PUT', path, { name: ' ' })).status).toBe(400);
  });

  it('has an authority that somebody attests until a day, and that decides nothing', async () => {
    const path = `/api/v1/initiatives/${idOf('initiative', 'Launch')}/attestations`;
    const before = await read('Launch');
    expect(before.standings).toMatchObject([{ person: { name: 'Ada' }, authority: 'unknown', attestedBy: null, expiresOn: null }]);
    const word = { personId: idOf('person', 'Ada'), attestedBy: 'Carla, CEO', expiresOn: '2026-01-12' };
    const made = await send('POST', path, word);
    expect(made.status).toBe(201);
    const { attestationId } = endpoints.createAttestation.answer.parse(await made.json());
    const { standings, ...rest } = await read('Launch');
    expect(standings).toMatchObject([{ authority: 'attested', attestedBy: 'Carla, CEO', expiresOn: '2026-01-12' }]);
    expect({ ...rest, standings: before.standings }).toEqual(before);
    expect((await read('Second')).standings).toMatchObject([{ authority: 'unknown' }]);
    const { items } = endpoints.listAttestations.answer.parse(await api.get(path));
    expect(items).toMatchObject([{ attestationId, attestedBy: 'Carla, CEO', expired: false }]);
    const earlier = endpoints.createAttestation.answer.parse(await (await send('POST', path, { ...word, attestedBy: 'Dan' })).json());
    const first = endpoints.listAttestations.answer.parse(await api.get(`${path}?limit=1`));
    const second = endpoints.listAttestations.answer.parse(await api.get(`${path}?limit=1&cursor=${first.nextCursor}`));
    expect([...first.items, ...second.items].map((each) => each.attestedBy).sort()).toEqual(['Carla, CEO', 'Dan']);
    expect((await send('DELETE', `/api/v1/attestations/${earlier.attestationId}`)).status).toBe(204);
    expect([
      (await send('DELETE', `/api/v1/attestations/${attestationId}`)).status,
      (await read('Launch')).standings[0]?.authority,
    ]).toEqual([204, 'unknown']);
  });

  it('has no authority of a day that is over, or of somebody who is not there', async () => {
    const path = `/api/v1/initiatives/${idOf('initiative', 'Launch')}/attestations`;
    const word = { personId: idOf('person', 'Ada'), attestedBy: 'Carla', expiresOn: '2026-01-11' };
    const paths = async (body: unknown) => {
      const answer = await send('POST', path, body);
      const { errors } = (await answer.json()) as { errors: { path: string }[] };
      return [answer.status, errors.map((error) => error.path)];
    };
    expect(await paths(word)).toEqual([400, ['expiresOn']]);
    expect(await paths({ ...word, expiresOn: '2026-02-01', personId: idOf('team', 'A') })).toEqual([400, ['personId']]);
  });
});

describe('projects that block projects, as the tracker says', () => {
  it('stand beside the issues, those of the initiative itself marked as such, and finished ones left out', async () => {
    const path = `/api/v1/initiatives/${idOf('initiative', 'Launch')}`;
    const { items, projects } = endpoints.listInitiativeBlockers.answer.parse(await api.get(`${path}/blockers`));
    expect(items).toEqual([]);
    const day = 86_400_000;
    expect(
      projects.map(({ blocker, blocked, external, ageMs }) => [blocker.name, blocked.map(({ name }) => name), external, ageMs / day]),
    ).toEqual([
      ['R', ['Q'], true, 6],
      ['Q', ['P'], false, 4],
    ]);
    expect((await read('Launch')).openProjectBlockers).toBe(2);
    expect((await read('Second')).openProjectBlockers).toBe(0);
  });
});
