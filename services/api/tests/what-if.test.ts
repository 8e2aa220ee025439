import { type Decouplings, endpoints, type Problem, type SpeedTax, type WhatIf } from '@speedtax/contract';
import { type StoredStory, workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyzeCompany, startTestApi, type TestApi, tellCompany } from './test-api.ts';

const day = 86_400_000;
const window = { from: '2026-01-01', to: '2026-01-11' };
const inQuery = 'from=2026-01-01&to=2026-01-11';
let api: TestApi;
let story: StoredStory;

beforeAll(async () => {
  api = await startTestApi();
  story = await tellCompany(api.test, workedExample, 10);
});
afterAll(() => api.close());

const team = (name: string) => story.idOf('team', name);
const nameOf = (id: string) => ['A', 'B', 'C'].find((name) => team(name) === id) ?? id;
const pair = (waiting: string, blocking: string) => ({ waitingTeamId: team(waiting), blockingTeamId: team(blocking) });
const json = (body: unknown) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function ask(body: object): Promise<WhatIf> {
  const answer = await api.ask('/api/v1/what-if', json({ ...window, ...body }));
  expect(answer.status).toBe(200);
  return endpoints.askWhatIf.answer.parse(await answer.json());
}

/** Days paid and imposed, and the tax, by team. */
function tell({ savedMs, teams }: WhatIf) {
  const after = teams.map(({ teamId, mergedTeamIds, after: { waitingMs, imposedMs, speedTax } }) => [
    mergedTeamIds.length > 0 ? mergedTeamIds.map(nameOf).sort().join('+') : nameOf(teamId),
    { paid: waitingMs / day, imposed: imposedMs / day, speedTax },
  ]);
  return { saved: savedMs / day, after: Object.fromEntries(after) };
}

describe('a what-if on the worked example', () => {
  it('without A waiting on B: three days saved, and C takes the blame for the rest', async () => {
    expect(tell(await ask({ remove: [pair('A', 'B')] }))).toEqual({
      saved: 3,
      after: {
        A: { paid: 4, imposed: 0, speedTax: 0.4 },
        B: { paid: 2, imposed: 0, speedTax: 2 / 6 },
        C: { paid: 0, imposed: 6, speedTax: null },
      },
    });
  });

  it('without A waiting on anybody: seven days, more than the two pairs one by one', async () => {
    expect((await ask({ remove: [pair('A', 'C')] })).savedMs).toBe(2 * day);
    expect((await ask({ remove: [pair('A', 'B'), pair('A', 'C')] })).savedMs).toBe(7 * day);
  });

  it('with B and C as one team', async () => {
    expect(tell(await ask({ merge: [[team('C'), team('B')]] }))).toEqual({
      saved: 2,
      after: { A: { paid: 7, imposed: 0, speedTax: 0.7 }, 'B+C': { paid: 0, imposed: 7, speedTax: 0 } },
    });
  });

  it('changes nothing when nothing is changed, and begins with what the speed tax says', async () => {
    const { before, after, savedMs, teams } = await ask({});
    const tax = await api.get<SpeedTax>(`/api/v1/speed-tax?${inQuery}`);
    expect([savedMs, after]).toEqual([0, before]);
    expect(before).toEqual({ inPlayMs: tax.total.inPlayMs, waitingMs: 9 * day, imposedMs: 9 * day, speedTax: tax.total.speedTax });
    for (const { teamId, before: was } of teams) expect(tax.teams.find((one) => one.teamId === teamId)).toMatchObject(was);
  });

  it('of a part of the window counts that part', async () => {
    // Day 4 to 6: B and C both block; on day 4 b1 waits on C too.
    const answer = await ask({ from: '2026-01-05', to: '2026-01-07', remove: [pair('A', 'B'), pair('B', 'C')] });
    expect([answer.before.waitingMs, answer.savedMs]).toEqual([3 * day, day]);
  });
});

describe('as of a past day', () => {
  it('a what-if and the decouplings are of what could be known then', async () => {
    // At the end of day 5 nobody knew that a1 would wait for five more days.
    const asOf = '2026-01-05';
    const answer = await ask({ asOf, remove: [pair('A', 'B')] });
    expect([answer.before.waitingMs, answer.savedMs]).toEqual([6 * day, 3 * day]);
    expect(answer.asOf).toBe('2026-01-06T00:00:00.000Z');
    const { waitingMs, items } = endpoints.listDecouplings.answer.parse(await api.get(`/api/v1/decouplings?${inQuery}&asOf=${asOf}`));
    expect([waitingMs, ...items.map(({ savedMs }) => savedMs)]).toEqual([6 * day, 3 * day, 2 * day, day]);
  });
});

describe('a what-if that cannot be answered', () => {
  const stranger = '00000000-0000-4000-8000-000000000000';
  it.each([
    [
      'a team that is not there',
      () => ({ remove: [pair('A', 'B'), { ...pair('A', 'B'), blockingTeamId: stranger }] }),
      ['remove.1.blockingTeamId'],
    ],
    ['a merge with a team that is not there', () => ({ merge: [[team('A'), stranger]] }), ['merge.0.1']],
    ['a team that waits on itself', () => ({ remove: [pair('A', 'A')] }), ['remove.0']],
    ['a merge of one', () => ({ merge: [[team('A')]] }), ['merge.0']],
    ['an id that is none', () => ({ remove: [{ waitingTeamId: 'A', blockingTeamId: team('B') }] }), ['remove.0.waitingTeamId']],
    ['too many pairs', () => ({ remove: Array.from({ length: 1001 }, () => pair('A', 'B')) }), ['remove']],
    ['a window without days', () => ({ to: '2026-01-01' }), ['to']],
    ['a field that is not there', () => ({ removed: [] }), ['removed']],
  ])('names the path of %s', async (_, body, paths) => {
    const answer = await api.ask('/api/v1/what-if', json({ ...window, ...body() }));
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Problem).errors?.map((error) => error.path)).toEqual(paths);
  });
});

describe('the decouplings of the worked example', () => {
  it('are ranked, each on top of those before it, with the issues as evidence', async () => {
    const answer = endpoints.listDecouplings.answer.parse(await api.get<Decouplings>(`/api/v1/decouplings?${inQuery}`));
    expect(answer.waitingMs).toBe(9 * day);
    const told = answer.items.map(
      ({ rank, waitingTeamId, blockingTeamId, savedMs, savedSoFarMs, remainingMs, evidence, kind, alsoRemove }) => [
        `${rank}. ${nameOf(waitingTeamId)} on ${nameOf(blockingTeamId)}, ${kind}: ${evidence.map(({ key, waitingMs }) => `${key} ${waitingMs / day}`)}`,
        ...[savedMs, savedSoFarMs, remainingMs].map((ms) => ms / day),
        alsoRemove.length,
      ],
    );
    expect(told).toEqual([
      ['1. A on B, schedule: a1 4', 3, 3, 6, 0],
      ['2. A on C, schedule: a1 3', 4, 7, 2, 0],
      ['3. B on C, schedule: b1 2', 2, 9, 0, 0],
    ]);
    expect(answer.items[1]).toMatchObject({
      waits: 1,
      issues: 1,
      medianMs: 4 * day,
      anatomy: { unacceptedMs: 3 * day, queuedMs: 0, inWorkMs: 0 },
    });
    expect(answer.items[0]?.evidence[0]).toMatchObject({ title: 'About a1', url: 'https://tracker.example/issue/a1' });
  });

  it('are what the what-if says of all pairs up to each', async () => {
    const { items } = await api.get<Decouplings>(`/api/v1/decouplings?${inQuery}`);
    for (const { rank, savedSoFarMs } of items) {
      const remove = items.slice(0, rank).map(({ waitingTeamId, blockingTeamId }) => ({ waitingTeamId, blockingTeamId }));
      expect((await ask({ remove })).savedMs).toBe(savedSoFarMs);
    }
  });

  it('stop at the limit, and are none where nobody waited', async () => {
    expect((await api.get<Decouplings>(`/api/v1/decouplings?${inQuery}&limit=1`)).items).toHaveLength(1);
    expect((await api.get<Decouplings>('/api/v1/decouplings?from=2026-01-10&to=2026-01-11')).items).toEqual([]);
  });
});

describe('in working hours', () => {
  it('a what-if and the decouplings are measured as the figures are', async () => {
    const hour = 3_600_000;
    const other = await startTestApi();
    await tellCompany(other.test, workedExample, 10);
    const headers = { 'content-type': 'application/json' };
    const change = JSON.stringify({ durations: 'working' });
    expect((await other.ask('/api/v1/organization', { method: 'PATCH', headers, body: change })).status).toBe(200);
    await analyzeCompany(other.test, 10);

    // a1 waits on B alone on Friday, on B and C on Monday and Tuesday, on C alone on Wednesday and Thursday; b1 on C on Monday.
    const { items, waitingMs } = await other.get<Decouplings>(`/api/v1/decouplings?${inQuery}`);
    expect([waitingMs, ...items.map(({ savedMs }) => savedMs)]).toEqual([48 * hour, 16 * hour, 24 * hour, 8 * hour]);
    expect(items.map((item) => [item.waitingMs / hour, item.medianMs / hour])).toEqual([
      [24, 32],
      [16, 24],
      [8, 8],
    ]);
    const answer = await other.ask('/api/v1/what-if', { ...json(window), headers });
    const { before } = endpoints.askWhatIf.answer.parse(await answer.json());
    const { total } = await other.get<SpeedTax>(`/api/v1/speed-tax?${inQuery}`);
    expect([before.waitingMs, before.inPlayMs]).toEqual([total.waitingMs, total.inPlayMs]);
    await other.close();
  });
});
