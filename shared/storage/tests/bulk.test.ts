import { randomUUID } from 'node:crypto';
import { replaceRows, type Tables, upsertRows } from '@speedtax/storage';
import { makeTestDatabase, type TestDatabase } from '@speedtax/storage/testing';
import type { Insertable } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

type Team = Insertable<Tables['team']>;
type RawItem = Insertable<Tables['raw_item']>;

let test: TestDatabase;
let organizationId: string;
const connectionId = randomUUID();

beforeAll(async () => {
  test = await makeTestDatabase();
});
beforeEach(() => {
  organizationId = randomUUID();
});
afterAll(() => test?.close());

const makeTeam = (name: string, more: Partial<Team> = {}): Team => ({
  organization_id: organizationId,
  id: randomUUID(),
  connection_id: connectionId,
  external_id: name,
  key: name,
  name,
  url: null,
  archived_at: null,
  ...more,
});
const makeRawItem = (externalId: string, payload: Record<string, unknown>, hash: string, fetchedAt = '2026-01-01T00:00:00Z'): RawItem => ({
  organization_id: organizationId,
  connection_id: connectionId,
  kind: 'issue',
  external_id: externalId,
  payload: payload as unknown as string,
  content_hash: hash,
  fetched_at: fetchedAt,
});
const upsertTeams = (teams: Team[]) => test.database.inOrganization(organizationId, (trx) => upsertRows(trx, 'team', teams));
const listTeams = () =>
  test.database.inOrganization(organizationId, (trx) => trx.selectFrom('team').selectAll().orderBy('external_id').execute());

describe.each([
  { path: 'few rows at once', extra: 0 },
  { path: 'many rows at once', extra: 200 },
])('$path', ({ extra }) => {
  const fill = () => Array.from({ length: extra }, (_, i) => makeTeam(`zz-${String(i).padStart(4, '0')}`));

  it('are stored as they are given', async () => {
    const team = makeTeam('tab\t, line\n, quote ", backslash \\, \\N and \u{1f600}', { archived_at: new Date('2026-03-29T01:30:00.123Z') });
    const { changed, rejected } = await upsertTeams([team, ...fill()]);
    expect({ changed, rejected }).toEqual({ changed: 1 + extra, rejected: [] });
    expect((await listTeams()).find((row) => row.id === team.id)).toEqual(team);
  });

  it('change nothing the second time', async () => {
    const teams = [makeTeam('A'), makeTeam('B', { archived_at: new Date('2026-01-01T00:00:00.001Z') }), ...fill()];
    await upsertTeams(teams);
    expect((await upsertTeams(teams)).changed).toBe(0);
  });

  it('change only the row that differs', async () => {
    const teams = [makeTeam('A'), makeTeam('B'), ...fill()];
    await upsertTeams(teams);
    expect((await upsertTeams(teams.map((team) => (team.name === 'B' ? { ...team, url: 'https://b' } : team)))).changed).toBe(1);
    expect((await listTeams()).slice(0, 2).map((team) => team.url)).toEqual([null, 'https://b']);
  });

  it('of several with one key the last one counts', async () => {
    const team = makeTeam('A');
    expect((await upsertTeams([team, ...fill(), { ...team, name: 'last' }])).changed).toBe(1 + extra);
    expect((await listTeams())[0]?.name).toBe('last');
  });

  it('bad ones are handed back with a reason, and all good ones are stored', async () => {
    const bad = [
      makeTeam('bad date', { archived_at: new Date('+010000-01-01T00:00:00Z').toISOString() }),
      makeTeam('no key', { key: null as never }),
      makeTeam('bad id', { id: 'not-a-uuid' }),
    ];
    const { changed, rejected } = await upsertTeams([
      makeTeam('A'),
      ...bad.slice(0, 2),
      makeTeam('B'),
      ...fill(),
      bad[2] as Team,
      makeTeam('C'),
    ]);
    expect(changed).toBe(3 + extra);
    expect(rejected.map(({ row, code }) => [row.name, code])).toEqual([
      ['bad date', expect.stringMatching(/^22/)],
      ['no key', '23502'],
      ['bad id', '22P02'],
    ]);
    expect((await listTeams()).slice(0, 3).map((team) => team.name)).toEqual(['A', 'B', 'C']);
  });

  it('NUL and half surrogate pairs do not stop them', async () => {
    await upsertTeams([makeTeam('a\0b\ud800c'), ...fill()]);
    expect((await listTeams())[0]?.name).toBe('ab\ufffdc');
    const items = [
      makeRawItem('1', { text: 'x\0\udc00', list: ['\0'] }, 'h'),
      ...fill().map((team) => makeRawItem(team.external_id, {}, 'h')),
    ];
    const { rejected } = await test.database.inOrganization(organizationId, (trx) => upsertRows(trx, 'raw_item', items));
    expect(rejected).toEqual([]);
  });

  it('are compared by the columns asked for only', async () => {
    const write = (hash: string, fetchedAt: string) => {
      const items = [
        makeRawItem('1', { a: [1, { b: null }] }, hash, fetchedAt),
        ...fill().map((team) => makeRawItem(team.external_id, {}, 'same')),
      ];
      return test.database.inOrganization(organizationId, (trx) => upsertRows(trx, 'raw_item', items, { compare: ['content_hash'] }));
    };
    expect((await write('one', '2026-01-01T00:00:00Z')).changed).toBe(1 + extra);
    expect((await write('one', '2026-01-02T00:00:00Z')).changed).toBe(0);
    expect((await write('two', '2026-01-03T00:00:00Z')).changed).toBe(1);
    const rows = await test.database.inOrganization(organizationId, (trx) =>
      trx.selectFrom('raw_item').select(['payload', 'fetched_at']).where('external_id', '=', '1').execute(),
    );
    expect(rows).toEqual([{ payload: { a: [1, { b: null }] }, fetched_at: new Date('2026-01-03T00:00:00Z') }]);
  });

  it('of another organization are refused', async () => {
    const others = [makeTeam('A', { organization_id: randomUUID() }), ...fill()];
    await expect(upsertTeams(others)).rejects.toThrow(/row-level security/);
    expect(await listTeams()).toEqual([]);
  });
});

describe('bulk writes', () => {
  it('leave a column alone that no row has', async () => {
    const team = makeTeam('A', { url: 'https://a' });
    await upsertTeams([team]);
    const { url: _url, ...rest } = team;
    await upsertTeams([{ ...rest, name: 'renamed' } as Team]);
    expect(await listTeams()).toMatchObject([{ name: 'renamed', url: 'https://a' }]);
  });

  it('several of one table in one transaction, with different columns, do not disturb each other', async () => {
    const teams = Array.from({ length: 120 }, (_, i) => makeTeam(`T${i}`));
    const changed = await test.database.inOrganization(organizationId, async (trx) => {
      const first = await upsertRows(trx, 'team', teams);
      const second = await upsertRows(
        trx,
        'team',
        teams.map(({ url: _url, ...team }) => ({ ...team, name: 'new' }) as Team),
      );
      return [first.changed, second.changed];
    });
    expect(changed).toEqual([120, 120]);
  });

  it('say which column a table does not have', async () => {
    await expect(upsertTeams([{ ...makeTeam('A'), colour: 'red' } as Team])).rejects.toThrow("Table team has no column 'colour'");
  });

  it('replace all rows of an organization, and no others', async () => {
    const makeSum = (organization: string, day: string): Insertable<Tables['open_sum']> => ({
      organization_id: organization,
      engine_version: 1,
      subject: 'team',
      a_id: connectionId,
      b_id: connectionId,
      measure: 'inPlayMs',
      since_day: day,
      weight: 0.1 + 0.2,
      offset_ms: 0,
    });
    const other = randomUUID();
    const write = (organization: string, days: string[]) =>
      test.database.inOrganization(organization, (trx) =>
        replaceRows(
          trx,
          'open_sum',
          days.map((day) => makeSum(organization, day)),
        ),
      );
    const listDays = (organization: string) =>
      test.database.inOrganization(organization, (trx) =>
        trx.selectFrom('open_sum').select(['since_day', 'weight']).orderBy('since_day').execute(),
      );
    await write(other, ['2026-01-01']);
    await write(organizationId, ['2026-01-01', '2026-01-02']);
    expect(await write(organizationId, ['2026-01-02', '2026-01-03'])).toBe(2);
    expect(await listDays(organizationId)).toEqual([
      { since_day: '2026-01-02', weight: 0.1 + 0.2 },
      { since_day: '2026-01-03', weight: 0.1 + 0.2 },
    ]);
    expect(await listDays(other)).toHaveLength(1);
    expect(await write(organizationId, [])).toBe(0);
    expect(await listDays(organizationId)).toEqual([]);
  });
});
