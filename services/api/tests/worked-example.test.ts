import { endpoints, type Initiative, type IssueWaits, type Series, type SpeedTax } from '@speedtax/contract';
import { type StoredStory, workedExample } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

const day = 86_400_000;
const window = 'from=2026-01-01&to=2026-01-11';
let api: TestApi;
let story: StoredStory;

beforeAll(async () => {
  api = await startTestApi();
  story = await tellCompany(api.test, workedExample, 10);
});
afterAll(() => api.close());

const team = (name: string) => story.idOf('team', name);

describe('the worked example of the definitions, asked over HTTP', () => {
  it('has the speed tax of each team', async () => {
    const { teams, total, dataCutOff } = endpoints.getSpeedTax.answer.parse(await api.get<SpeedTax>(`/api/v1/speed-tax?${window}`));
    const figures = Object.fromEntries(
      teams.map(({ key, inPlayMs, waitingMs, waitingUnstartedMs, waitingStartedMs, imposedMs, speedTax }) => [
        key,
        {
          inPlay: inPlayMs / day,
          waiting: waitingMs / day,
          held: waitingUnstartedMs / day,
          dragging: waitingStartedMs / day,
          imposed: imposedMs / day,
          speedTax,
        },
      ]),
    );
    expect(figures).toEqual({
      A: { inPlay: 10, waiting: 7, held: 1, dragging: 6, imposed: 0, speedTax: 0.7 },
      B: { inPlay: 6, waiting: 2, held: 0, dragging: 2, imposed: 4, speedTax: 2 / 6 },
      C: { inPlay: 0, waiting: 0, held: 0, dragging: 0, imposed: 5, speedTax: null },
    });
    expect(total).toMatchObject({
      inPlayMs: 16 * day,
      waitingMs: 9 * day,
      imposedMs: 9 * day,
      speedTax: 9 / 16,
      issuesWaited: 2,
      waitingNow: 0,
    });
    expect(dataCutOff).toBe('2026-01-11T00:00:00.000Z');
  });

  it('has who waits on whom, directly and at the root', async () => {
    const { pairs } = await api.get<SpeedTax>(`/api/v1/speed-tax?${window}`);
    const named = pairs.map(({ waitingTeamId, blockingTeamId, waitingMs, rootMs, issues, anatomy }) => [
      `${['A', 'B', 'C'].find((name) => team(name) === waitingTeamId)} on ${['A', 'B', 'C'].find((name) => team(name) === blockingTeamId)}`,
      { direct: waitingMs / day, root: rootMs / day, issues, unaccepted: anatomy.unacceptedMs / day, inWork: anatomy.inWorkMs / day },
    ]);
    expect(Object.fromEntries(named)).toEqual({
      'A on B': { direct: 4, root: 2.5, issues: 1, unaccepted: 0, inWork: 4 },
      'A on C': { direct: 3, root: 4.5, issues: 1, unaccepted: 3, inWork: 0 },
      'B on C': { direct: 2, root: 2, issues: 1, unaccepted: 2, inWork: 0 },
    });
  });

  it('has episodes, autonomy and completions', async () => {
    const { teams, total } = await api.get<SpeedTax>(`/api/v1/speed-tax?${window}`);
    const a = teams.find((each) => each.key === 'A');
    expect(a?.episodes).toEqual({ count: 1, medianMs: 7 * day, p85Ms: 7 * day });
    expect(total.episodes).toEqual({ count: 2, medianMs: 2 * day, p85Ms: 7 * day });
    // a1 is completed at the very end of day 10, which is the data cut-off: not yet in the window.
    expect(total.completed).toBe(2);
    expect(teams.map((each) => [each.key, each.autonomy])).toEqual(
      expect.arrayContaining([
        ['A', null],
        ['B', 0],
        ['C', 1],
      ]),
    );
  });

  it('adds up from days to the window', async () => {
    const series = endpoints.getSpeedTaxSeries.answer.parse(await api.get<Series>(`/api/v1/speed-tax/series?${window}&bucket=day`));
    expect(series.items.map((item) => item.waitingMs / day)).toEqual([0, 1, 1, 2, 2, 1, 1, 1, 0, 0]);
    const ofC = await api.get<Series>(`/api/v1/speed-tax/series?${window}&bucket=week&teamId=${team('C')}`);
    expect(ofC.items.map((item) => [item.from, item.to, item.complete, item.imposedMs / day, item.speedTax])).toEqual([
      ['2026-01-01', '2026-01-05', false, 1, null],
      ['2026-01-05', '2026-01-11', false, 4, null],
    ]);
  });

  it('opens down to the intervals and issues behind a figure', async () => {
    const path = `/api/v1/issues/${story.idOf('issue', 'a1')}/waits`;
    const waits = endpoints.getIssueWaits.answer.parse(await api.get<IssueWaits>(path));
    expect(waits.waitingMs).toBe(7 * day);
    const told = waits.intervals.map(({ from, to, phase, blockedBy }) => [
      from.slice(8, 10),
      to?.slice(8, 10),
      phase,
      blockedBy
        .map((by) => `${by.teamName} ${by.share} ${by.anatomy} ${by.issues.map((issue) => issue.key)}`)
        .sort()
        .join(', '),
    ]);
    expect(told).toEqual([
      ['02', '03', 'held', 'Team B 1 in_work b1'],
      ['03', '05', 'dragging', 'Team B 1 in_work b1'],
      ['05', '07', 'dragging', 'Team B 0.5 in_work b1, Team C 0.5 unaccepted c1'],
      ['07', '09', 'dragging', 'Team C 1 unaccepted c1'],
    ]);
    expect(waits.statuses.map((step) => step.value.category)).toEqual(['unstarted', 'started', 'completed']);
    expect(waits.links.map((link) => [link.direction, link.issue.key, link.crossTeam])).toEqual([
      ['blocked_by', 'b1', true],
      ['blocked_by', 'c1', true],
    ]);
    const clipped = await api.get<IssueWaits>(`${path}?from=2026-01-04&to=2026-01-06`);
    expect(clipped.waitingMs).toBe(2 * day);
  });

  it('lists the issues behind a pair, and they sum to the pair', async () => {
    const path = `/api/v1/issues?waiting=true&${window}&teamId=${team('A')}&blockingTeamId=${team('C')}`;
    const { items } = endpoints.listIssues.answer.parse(await api.get(path));
    expect(items.map(({ key, waitingMs, waitingSince }) => ({ key, days: waitingMs / day, waitingSince }))).toEqual([
      { key: 'a1', days: 3, waitingSince: null },
    ]);
  });

  it('has the initiative with its leader and its waits', async () => {
    const { items } = endpoints.listInitiatives.answer.parse(await api.get<{ items: Initiative[] }>('/api/v1/initiatives'));
    expect(items).toMatchObject([
      {
        name: 'Launch',
        ownership: 'single',
        singleThreaded: true,
        ownerSpan: 1,
        leadership: 'STL',
        resourceControl: 1,
        inPlayMs: 10 * day,
        waitingMs: 7 * day,
        clockWaitingMs: 7 * day,
        stalledMs: 7 * day,
      },
    ]);
    const { course } = endpoints.getInitiative.answer.parse(await api.get(`/api/v1/initiatives/${items[0]?.initiativeId}`));
    expect(course).toMatchObject({
      startAt: '2026-01-01T00:00:00.000Z',
      startSource: 'first_in_play',
      endAt: '2026-01-11T00:00:00.000Z',
      timeToFirstValueMs: 10 * day,
      timeToValueMs: null,
      // Day 0–1 unstarted and free, 1–8 waiting, 8–10 started and free.
      parts: { workingMs: 2 * day, waitingOnOthersMs: 7 * day, waitingInsideMs: 0, idleMs: day, notStartedMs: 0 },
    });
    const bounded = await api.get<{ items: Initiative[] }>('/api/v1/initiatives?from=2026-01-01&to=2026-01-03');
    expect(bounded.items[0]?.waitingMs).toBe(day);
  });
});
