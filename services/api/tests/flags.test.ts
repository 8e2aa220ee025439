import { endpoints, type Initiative, type IssueWaits, issueRow, pastPage, type Series, type SpeedTax } from '@speedtax/contract';
import { type CompanyStory, type StoredStory, workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

const dayMs = 86_400_000;
const window = 'from=2026-01-01&to=2026-01-11';
const list = pastPage(issueRow);

/** The worked example in which a1, that waits from day 1 to day 8, was marked from day 0 to day 9, and b2, that never waits, since day 4. */
const flaggedExample: CompanyStory = {
  ...workedExample,
  issues: [
    ...workedExample.issues.map((issue) => (issue.key === 'a1' ? { ...issue, flagged: [[0, 9]] as const } : issue)),
    {
      key: 'b2',
      team: [
        [0, 'B'],
        [6, 'C'],
      ],
      project: 'Checkout',
      statuses: [[2, 'started']],
      flagged: [[1, 3], [4]],
    },
  ],
};

let api: TestApi;
let story: StoredStory;
beforeAll(async () => {
  api = await startTestApi();
  story = await tellCompany(api.test, flaggedExample, 10);
});
afterAll(() => api.close());

const issuesOf = (query: string) => api.get(`/api/v1/issues?${query}`).then((answer) => list.parse(answer).items);
const days = (ms: number) => ms / dayMs;
const byTeam = ({ teams }: SpeedTax) => Object.fromEntries(teams.map(({ key, flaggedMs }) => [key, days(flaggedMs)]));

describe('time in which issues were marked as impeded', () => {
  it('stands beside the tax of the teams that owned them then, and is no part of it', async () => {
    const answer = await api.get<SpeedTax>(`/api/v1/speed-tax?${window}`);
    expect(byTeam(answer)).toEqual({ A: 1 + 1, B: 1 + 2, C: 4 });
    expect(days(answer.total.flaggedMs)).toBe(9);
    expect(answer.total.waitingMs).toBe(9 * dayMs);
  });

  it('is cut by the window, and adds up day by day', async () => {
    expect(byTeam(await api.get('/api/v1/speed-tax?from=2026-01-06&to=2026-01-08'))).toEqual({ A: 0, B: 1, C: 1 });
    const { items } = await api.get<Series>(`/api/v1/speed-tax/series?${window}&bucket=day`);
    expect(items.map(({ flaggedMs }) => days(flaggedMs))).toEqual([1, 0, 1, 0, 1, 1, 1, 1, 2, 1]);
  });

  it('is that of its issues for an initiative', async () => {
    const { items } = await api.get<{ items: Initiative[] }>(`/api/v1/initiatives?${window}`);
    expect(items.map(({ name, flaggedMs }) => [name, days(flaggedMs)])).toEqual([['Launch', 2 + 1 + 6]]);
  });

  it('opens to its issues, longest first, which add up to it', async () => {
    const items = await issuesOf(`flagged=true&${window}`);
    expect(items.map((item) => [item.key, days(item.flaggedMs), item.flaggedSince, days(item.waitingMs)])).toEqual([
      ['b2', 7, '2026-01-07T00:00:00.000Z', 0],
      ['a1', 2, null, 7],
    ]);
    const ofTeam = await issuesOf(`flagged=true&${window}&teamId=${story.idOf('team', 'B')}`);
    expect(ofTeam.map((item) => [item.key, days(item.flaggedMs)])).toEqual([['b2', 3]]);
    const ofInitiative = await issuesOf(`flagged=true&${window}&initiativeId=${story.idOf('initiative', 'Launch')}`);
    expect(ofInitiative.map((item) => item.key)).toEqual(['b2', 'a1']);
    expect((await issuesOf('flagged=true')).map((item) => [item.key, item.blockingTeamIds])).toEqual([['b2', []]]);
    expect((await issuesOf(`waiting=true&${window}`)).map((item) => [item.key, days(item.flaggedMs)])).toEqual([
      ['a1', 2],
      ['b1', 0],
    ]);
  });

  it('opens to the intervals of an issue, which stop where it waits', async () => {
    const { flaggedMs, flags } = await api.get<IssueWaits>(`/api/v1/issues/${story.idOf('issue', 'a1')}/waits`);
    expect(days(flaggedMs)).toBe(2);
    expect(flags.map(({ from, to, durationMs }) => [from.slice(0, 10), to?.slice(0, 10), days(durationMs)])).toEqual([
      ['2026-01-01', '2026-01-02', 1],
      ['2026-01-09', '2026-01-10', 1],
    ]);
    const moved = await api.get<IssueWaits>(`/api/v1/issues/${story.idOf('issue', 'b2')}/waits?from=2026-01-06&to=2026-01-12`);
    expect(moved.flags.map(({ teamId, to, durationMs }) => [teamId === story.idOf('team', 'C'), to, days(durationMs)])).toEqual([
      [false, '2026-01-07T00:00:00.000Z', 1],
      [true, null, 4],
    ]);
  });

  it('is what was known of it at a past instant', async () => {
    expect(byTeam(await api.get(`/api/v1/speed-tax?${window}&asOf=2026-01-05T12:00:00.000Z`))).toEqual({ A: 1, B: 1.5, C: 0 });
    const items = await issuesOf(`flagged=true&asOf=2026-01-05T12:00:00.000Z`);
    expect(items.map((item) => [item.key, item.flaggedSince])).toEqual([['b2', '2026-01-05T00:00:00.000Z']]);
  });

  it.each([
    ['neither list is asked for', '', 'waiting'],
    ['both are', 'waiting=true&flagged=true', 'waiting'],
    ['a flag is to name who is in the way', `flagged=true&blockingTeamId=00000000-0000-4000-8000-000000000000`, 'blockingTeamId'],
  ])('is refused where %s', async (_, query, path) => {
    const answer = await api.ask(`/api/v1/issues?${query}`);
    expect([answer.status, ((await answer.json()) as { errors: { path: string }[] }).errors.map((error) => error.path)]).toEqual([
      400,
      [path],
    ]);
  });

  it('pages one by one', async () => {
    const first = list.parse(await api.get(`/api/v1/issues?flagged=true&${window}&limit=1`));
    const second = list.parse(await api.get(`/api/v1/issues?flagged=true&${window}&limit=1&cursor=${first.nextCursor}`));
    expect([first.items[0]?.key, second.items[0]?.key, second.nextCursor]).toEqual(['b2', 'a1', null]);
    endpoints.listIssues.answer.parse(first);
  });
});
