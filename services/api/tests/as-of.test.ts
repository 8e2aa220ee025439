import {
  deadlocks,
  type Endpoint,
  endpoints,
  initiative,
  initiativeBlocker,
  initiativeDetail,
  issueRow,
  issueWaits,
  type Problem,
  pastPage,
  series,
  speedTax,
} from '@speedtax/contract';
import { at, type CompanyStory, type StoredStory, workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

const day = 86_400_000;
const window = 'from=2026-01-01&to=2026-01-11';
/** The end of 5 January: five days after day zero. */
const endOfDay5 = 'asOf=2026-01-05';

/** What had been written down of the worked example by the end of day 5: nothing is completed, and one link is gone. */
const writtenDown: CompanyStory = {
  ...workedExample,
  issues: workedExample.issues.map((issue) => ({ ...issue, statuses: issue.statuses.filter(([on]) => on <= 5) })),
};

let later: TestApi;
let then: TestApi;
let story: StoredStory;
let storyThen: StoredStory;

beforeAll(async () => {
  later = await startTestApi();
  story = await tellCompany(later.test, workedExample, 10);
  then = await startTestApi();
  storyThen = await tellCompany(then.test, writtenDown, 5);
});
afterAll(async () => {
  await later?.close();
  await then?.close();
});

const teamsOf = async (api: TestApi, query: string) => {
  const { teams, pairs, total } = speedTax.parse(await api.get(`/api/v1/speed-tax?${window}${query}`));
  const nameOf = new Map(teams.map((team) => [team.teamId, team.key]));
  return {
    teams: teams.map(({ teamId, ...team }) => team).sort((a, b) => a.key.localeCompare(b.key)),
    pairs: pairs
      .map(({ waitingTeamId, blockingTeamId, ...pair }) => ({
        pair: `${nameOf.get(waitingTeamId)} on ${nameOf.get(blockingTeamId)}`,
        ...pair,
      }))
      .sort((a, b) => a.pair.localeCompare(b.pair)),
    total,
  };
};

describe('as of a past day', () => {
  it('the speed tax is what it was said to be then', async () => {
    const past = await teamsOf(later, `&${endOfDay5}`);
    expect(past).toEqual(await teamsOf(then, ''));
    expect(past.total).toMatchObject({ waitingMs: 6 * day, waitingNow: 1 });
    expect((await teamsOf(later, '')).total).toMatchObject({ waitingMs: 9 * day, waitingNow: 0 });
  });

  it('answers say which instant, engine and facts they rest on', async () => {
    const answer = speedTax.parse(await later.get(`/api/v1/speed-tax?${window}&${endOfDay5}`));
    expect(answer).toMatchObject({
      asOf: at(5).toISOString(),
      dataCutOff: at(5).toISOString(),
      factsDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(answer.coverage).toMatchObject({ issues: 3, dependencies: 3, lastSyncedAt: at(5).toISOString() });
    expect(answer).toMatchObject({ engineVersion: speedTax.parse(await later.get('/api/v1/speed-tax')).engineVersion });
    expect(speedTax.parse(await later.get('/api/v1/speed-tax'))).not.toHaveProperty('asOf');
  });

  it('an instant can be asked for, to the millisecond', async () => {
    const waiting = async (instant: string) => {
      const { total } = speedTax.parse(await later.get(`/api/v1/speed-tax?${window}&asOf=${instant}`));
      return total.waitingNow;
    };
    expect(await waiting('2026-01-01T23:59:59.999Z')).toBe(0);
    expect(await waiting('2026-01-02T00:00:00.000Z')).toBe(1);
  });

  it('the series ends there', async () => {
    const { items } = series.parse(await later.get(`/api/v1/speed-tax/series?${window}&bucket=day&${endOfDay5}`));
    expect(items.map((point) => point.waitingMs / day)).toEqual([0, 1, 1, 2, 2, 0, 0, 0, 0, 0]);
    expect(items.map((point) => point.complete)).toEqual([true, true, true, true, true, false, false, false, false, false]);
  });

  it('initiatives show what blocked them then', async () => {
    const today = pastPage(initiative).parse(await later.get('/api/v1/initiatives'));
    const past = pastPage(initiative).parse(await later.get(`/api/v1/initiatives?${endOfDay5}`));
    expect(today.items).toMatchObject([{ openCrossTeamBlockers: 0, openIssues: 0 }]);
    expect(past.items).toMatchObject([{ openCrossTeamBlockers: 2, openIssues: 1, waitingMs: 4 * day }]);
    const id = story.idOf('initiative', 'Launch');
    const blockers = pastPage(initiativeBlocker).parse(await later.get(`/api/v1/initiatives/${id}/blockers?${endOfDay5}`));
    expect(blockers.items.map(({ blocker, ageMs }) => [blocker.key, blocker.category, ageMs / day])).toEqual([
      ['b1', 'started', 4],
      ['c1', 'backlog', 1],
    ]);
    const timeline = (await later.get(`/api/v1/initiatives/${id}/timeline?${endOfDay5}`)) as { days: unknown[] };
    expect(timeline.days).toHaveLength(6);
  });

  it('an issue shows its team, status, waits and links of then', async () => {
    const issueId = story.idOf('issue', 'a1');
    const { issue, links, intervals } = issueWaits.parse(await later.get(`/api/v1/issues/${issueId}/waits?${endOfDay5}`));
    expect(issue).toMatchObject({ category: 'started', statusName: 'started' });
    expect(intervals.at(-1)).toMatchObject({ from: at(4).toISOString(), to: null });
    expect(links.map(({ issue: other, to }) => [other.key, to])).toEqual([
      ['b1', null],
      ['c1', null],
    ]);
    const waiting = pastPage(issueRow).parse(await later.get(`/api/v1/issues?waiting=true&${endOfDay5}`));
    expect(waiting.items.map((row) => [row.key, row.category])).toEqual([['a1', 'started']]);
    expect(pastPage(issueRow).parse(await later.get('/api/v1/issues?waiting=true')).items).toEqual([]);
  });

  it('a link that was removed later still stands', async () => {
    const { links } = issueWaits.parse(await later.get(`/api/v1/issues/${story.idOf('issue', 'b1')}/waits?asOf=2026-01-04`));
    expect(links.find((link) => link.direction === 'blocked_by')).toMatchObject({ from: at(3).toISOString(), to: null });
  });

  it('nothing that is asked of the past stays', async () => {
    await later.get(`/api/v1/speed-tax?${window}&${endOfDay5}`);
    expect(await teamsOf(later, '')).toMatchObject({ total: { waitingMs: 9 * day } });
  });

  it('many questions at once are answered one after the other, alike', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => later.ask(`/api/v1/speed-tax?${window}&${endOfDay5}`).then((a) => a.text())),
    );
    expect(new Set(answers).size).toBe(1);
  });
});

describe('every answer as of a past day', () => {
  const asked = Object.values<Endpoint>(endpoints).flatMap((endpoint) => {
    const { query, body, method, path } = endpoint;
    const shape = query?.shape ?? (body as Endpoint['query'])?.shape ?? {};
    return 'asOf' in shape ? [{ method, path, shape }] : [];
  });

  it.each(asked)('is what was answered then: $method $path', async ({ method, path, shape }) => {
    const ask = async (api: TestApi, told: StoredStory, asOf: string | undefined) => {
      const named = told.idOf(path.includes('/issues/') ? 'issue' : 'initiative', path.includes('/issues/') ? 'a1' : 'Launch');
      const words = {
        ...('from' in shape && { from: '2026-01-01', to: '2026-01-11' }),
        ...('waiting' in shape && { waiting: 'true' }),
        ...(asOf !== undefined && { asOf }),
      };
      const address = path.replace('{id}', named);
      const json = { method: 'POST', headers: { 'content-type': 'application/json' } };
      const pair = { waitingTeamId: told.idOf('team', 'A'), blockingTeamId: told.idOf('team', 'B') };
      const answer = await (method === 'post'
        ? api.ask(address, { ...json, body: JSON.stringify({ ...words, remove: [pair] }) })
        : api.ask(`${address}?${new URLSearchParams(words)}`));
      expect(answer.status).toBe(200);
      return byName((await answer.json()) as object, told);
    };
    expect(await ask(later, story, '2026-01-05')).toEqual(await ask(then, storyThen, undefined));
  });
});

/** Two databases have other ids for the same company: told by names, in the order of the names. */
function byName(answer: object, told: StoredStory): unknown {
  // A digest is over the ids too.
  const { asOf, factsDigest, engineVersion, digest, ...rest } = answer as Record<string, unknown>;
  const nameOf = new Map<string, string>();
  for (const { name } of workedExample.initiatives ?? []) nameOf.set(told.idOf('initiative', name), name);
  for (const { name } of workedExample.projects ?? []) nameOf.set(told.idOf('project', name), name);
  for (const { name } of workedExample.people ?? []) nameOf.set(told.idOf('person', name), name);
  for (const name of workedExample.teams) nameOf.set(told.idOf('team', name), name);
  for (const { key } of workedExample.issues) nameOf.set(told.idOf('issue', key), key);
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return nameOf.get(value) ?? value;
    if (Array.isArray(value)) return value.map(rename).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, rename(each)]));
  };
  return rename(rest);
}

describe('a past that cannot be known is refused', () => {
  const refused = async (query: string): Promise<Problem> => {
    const answer = await later.ask(`/api/v1/speed-tax?${query}`);
    expect(answer.status).toBe(400);
    return (await answer.json()) as Problem;
  };

  it.each([
    { why: 'a day that is not over', query: 'asOf=2026-01-11', message: /read up to 2026-01-11T00:00:00.000Z/ },
    { why: 'an instant of the future', query: 'asOf=2030-01-01T00:00:00Z', message: /read up to/ },
    { why: 'before the first issue', query: 'asOf=2020-01-01', message: /the first issue that is known is of 2026-01-01/ },
    { why: 'no date', query: 'asOf=yesterday', message: /./ },
  ])('$why', async ({ query, message }) => {
    const { errors } = await refused(query);
    expect(errors).toMatchObject([{ path: 'asOf', message: expect.stringMatching(message) }]);
  });
});

describe('the initiative of a past day', () => {
  it('is owned by whom its changes of owner name', async () => {
    const { database, organizationId } = later.test;
    const people = ['bob', 'eve'].map((name) => ({ id: story.idOf('person', name), name }));
    const place = { organization_id: organizationId, connection_id: story.connectionId };
    const initiativeId = story.idOf('initiative', 'Launch');
    await database.inOrganization(organizationId, async (trx) => {
      for (const { id, name } of people)
        await trx
          .insertInto('person')
          .values({ ...place, id, external_id: name, name, active: true, is_app: false })
          .execute();
      const change = { ...place, initiative_id: initiativeId, at: at(6), source: 'history' as const };
      await trx
        .insertInto('initiative_owner_change')
        .values({ ...change, from_person_id: story.idOf('person', 'bob'), to_person_id: story.idOf('person', 'Ada') })
        .execute();
      await trx
        .updateTable('analysis')
        .set({ finished_at: at(11) })
        .where('organization_id', '=', organizationId)
        .execute();
    });
    const owners = async (query: string) => {
      const { accountable, ownerChanges } = initiativeDetail.parse(await later.get(`/api/v1/initiatives/${initiativeId}${query}`));
      return [accountable.map((person) => person.name), ownerChanges.length];
    };
    expect(await owners(`?${endOfDay5}`)).toEqual([['bob'], 0]);
    expect(await owners('?asOf=2026-01-08')).toEqual([['Ada'], 1]);
  });

  it('has the deadlocks of then', async () => {
    expect(deadlocks.parse(await later.get(`/api/v1/deadlocks?${endOfDay5}`))).toMatchObject({ issues: [], asOf: at(5).toISOString() });
  });
});
