import { endpoints, type Initiative, type SpeedTax } from '@speedtax/contract';
import type { CompanyStory } from '@speedtax/storage/testing/company-story';
import { describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

const day = 86_400_000;

async function withCompany(
  story: CompanyStory,
  now: number,
  check: (api: TestApi, idOf: (kind: string, name: string) => string) => Promise<void>,
) {
  const api = await startTestApi();
  try {
    const { idOf } = await tellCompany(api.test, story, now);
    await check(api, idOf);
  } finally {
    await api.close();
  }
}

/** Four teams block one issue of A at once, for a day less a millisecond, so that nothing divides evenly. */
const shared: CompanyStory = {
  teams: ['A', 'B', 'C', 'D'],
  issues: [
    { key: 'a1', team: 'A', statuses: [[0, 'started']] },
    {
      key: 'b1',
      team: 'B',
      statuses: [
        [0, 'started'],
        [1 - 1 / day, 'completed'],
      ],
    },
    {
      key: 'c1',
      team: 'C',
      statuses: [
        [0, 'unstarted'],
        [1 - 1 / day, 'completed'],
      ],
    },
    {
      key: 'd1',
      team: 'D',
      statuses: [
        [0, 'triage'],
        [1 - 1 / day, 'completed'],
      ],
    },
    {
      key: 'd2',
      team: 'D',
      statuses: [
        [0, 'started'],
        [1 - 1 / day, 'completed'],
      ],
    },
  ],
  links: ['b1', 'c1', 'd1', 'd2'].map((blocker) => ({ blocker, blocked: 'a1', from: 0 })),
};

describe('what is paid', () => {
  it('equals what is imposed, to the millisecond, however it is split', async () => {
    await withCompany(shared, 3, async (api) => {
      const { teams, pairs, total } = await api.get<SpeedTax>('/api/v1/speed-tax');
      expect(total.waitingMs).toBe(day - 1);
      expect(pairs.map((pair) => pair.waitingMs).sort()).toEqual([28_799_999, 28_800_000, 28_800_000].sort());
      expect(pairs.reduce((sum, pair) => sum + pair.waitingMs, 0)).toBe(day - 1);
      expect(pairs.reduce((sum, pair) => sum + pair.rootMs, 0)).toBe(day - 1);
      expect(teams.reduce((sum, team) => sum + team.imposedMs, 0)).toBe(day - 1);
      for (const { anatomy, waitingMs } of pairs) expect(anatomy.unacceptedMs + anatomy.queuedMs + anatomy.inWorkMs).toBe(waitingMs);
    });
  });
});

const standing: CompanyStory = {
  teams: ['A', 'B', 'Idle'],
  people: [{ name: 'Ada', teams: ['A'] }, { name: 'Ben', teams: ['B'] }, { name: 'Cleo' }, { name: 'Gone', active: false }],
  initiatives: [
    { name: 'Owned', owner: 'Ada' },
    { name: 'Part', owner: 'Ada', parent: 'Owned' },
    { name: 'Diluted', owner: 'Gone' },
    { name: 'Over', status: 'completed' },
  ],
  projects: [
    { name: 'P', initiative: 'Part' },
    { name: 'Q', initiative: 'Diluted', lead: 'Cleo' },
    { name: 'R', initiative: 'Diluted', lead: 'Ben' },
  ],
  issues: [
    { key: 'a1', team: 'A', project: 'P', statuses: [[0, 'unstarted']] },
    { key: 'a2', team: 'A', project: 'P', statuses: [[0, 'started']] },
    {
      key: 'a3',
      team: [
        [0, 'A'],
        [6, 'B'],
      ],
      statuses: [[0, 'started']],
    },
    { key: 'b1', team: 'B', statuses: [[0, 'backlog']] },
    { key: 'b2', team: 'B', project: 'P', statuses: [[0, 'started']] },
    { key: 'idle1', team: 'Idle', statuses: [[0, 'started']] },
  ],
  links: [
    { blocker: 'b1', blocked: 'a1', from: 4 },
    { blocker: 'b2', blocked: 'a2', from: 2 },
    { blocker: 'a2', blocked: 'b2', from: 7 },
    { blocker: 'idle1', blocked: 'a3', from: 5 },
  ],
};

describe('a company in which waits last to this day', () => {
  it('has waits that grow up to the data cut-off and no further', async () => {
    await withCompany(standing, 10, async (api, idOf) => {
      const whole = await api.get<SpeedTax>('/api/v1/speed-tax?from=2026-01-01&to=2026-02-01');
      const b = whole.teams.find((team) => team.teamId === idOf('team', 'B'));
      expect(whole.teams.find((team) => team.key === 'A')).toMatchObject({ waitingMs: (6 + 8 + 1) * day, waitingNow: 2, issuesWaited: 3 });
      expect(b).toMatchObject({ waitingMs: (3 + 4) * day, waitingNow: 2 });
      // The wait of a3 goes on when it moves to another team: one for the company, one for each team.
      expect(whole.total).toMatchObject({ waitingNow: 4, episodes: { count: 4 } });
      expect(whole.teams.reduce((sum, team) => sum + team.episodes.count, 0)).toBe(5);

      const oneDay = await api.get<SpeedTax>('/api/v1/speed-tax?from=2026-01-08&to=2026-01-09');
      expect(oneDay.total.waitingMs).toBe(4 * day);
      const later = await api.get<SpeedTax>('/api/v1/speed-tax?from=2026-02-01&to=2026-02-02');
      expect(later.total).toMatchObject({
        waitingMs: 0,
        inPlayMs: 0,
        speedTax: null,
        issuesWaited: 0,
        episodes: { count: 0, medianMs: null },
      });
      const { items } = endpoints.listIssues.answer.parse(await api.get('/api/v1/issues?waiting=true&from=2026-02-01&to=2026-02-02'));
      expect(items).toEqual([]);
    });
  });

  it('lists those that wait now, the oldest first, page by page', async () => {
    await withCompany(standing, 10, async (api, idOf) => {
      const keys: string[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < 5; page++) {
        const path: string = `/api/v1/issues?waiting=true&limit=1${cursor === null ? '' : `&cursor=${cursor}`}`;
        const answer = endpoints.listIssues.answer.parse(await api.get(path));
        keys.push(...answer.items.map((item) => item.key));
        cursor = answer.nextCursor;
        if (cursor === null) break;
      }
      expect(keys).toEqual(['a2', 'a1', 'a3', 'b2']);
      const onIdle = await api.get<{ items: { key: string; waitingMs: number; waitingSince: string; blockingTeamIds: string[] }[] }>(
        `/api/v1/issues?waiting=true&blockingTeamId=${idOf('team', 'Idle')}`,
      );
      expect(onIdle.items).toMatchObject([{ key: 'a3', waitingMs: 5 * day, blockingTeamIds: [idOf('team', 'Idle')] }]);
      const ofInitiative = await api.get<{ items: { key: string }[] }>(
        `/api/v1/issues?waiting=true&initiativeId=${idOf('initiative', 'Owned')}`,
      );
      expect(ofInitiative.items.map((item) => item.key)).toEqual(['a2', 'a1', 'b2']);
    });
  });

  it('has a deadlock, and says which issues are in it', async () => {
    await withCompany(standing, 10, async (api) => {
      const { issues } = endpoints.getDeadlocks.answer.parse(await api.get('/api/v1/deadlocks'));
      expect(issues.map((issue) => issue.key).sort()).toEqual(['a2', 'b2']);
    });
  });

  it('pages through its teams, those without waits included', async () => {
    await withCompany(standing, 10, async (api) => {
      const first = endpoints.listTeams.answer.parse(await api.get('/api/v1/teams?limit=2'));
      const second = endpoints.listTeams.answer.parse(await api.get(`/api/v1/teams?limit=2&cursor=${first.nextCursor}`));
      expect(second.nextCursor).toBeNull();
      const teams = [...first.items, ...second.items].map(({ key, members, issues, openIssues }) => [key, members, issues, openIssues]);
      expect(teams.sort()).toEqual([
        ['A', 1, 2, 2],
        ['B', 1, 3, 3],
        ['Idle', 0, 1, 1],
      ]);
    });
  });
});

describe('initiatives', () => {
  it('say who is accountable, and roll up what is under them', async () => {
    await withCompany(standing, 10, async (api) => {
      const { items } = await api.get<{ items: Initiative[] }>('/api/v1/initiatives?status=active');
      const told = items.map(
        ({ name, ownership, ownerSpan, singleThreaded, issues, leadership, openCrossTeamBlockers, openExternalBlockers }) => ({
          name,
          ownership,
          ownerSpan,
          singleThreaded,
          issues,
          leadership,
          openCrossTeamBlockers,
          openExternalBlockers,
        }),
      );
      const ofPart = {
        ownership: 'single',
        ownerSpan: 2,
        singleThreaded: false,
        issues: 3,
        leadership: 'STO',
        openCrossTeamBlockers: 3,
        openExternalBlockers: 1,
      };
      expect(told.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
        {
          name: 'Diluted',
          ownership: 'diluted',
          ownerSpan: null,
          singleThreaded: false,
          issues: 0,
          leadership: null,
          openCrossTeamBlockers: 0,
          openExternalBlockers: 0,
        },
        { name: 'Owned', ...ofPart },
        { name: 'Part', ...ofPart },
      ]);
      expect((await api.get<{ items: Initiative[] }>('/api/v1/initiatives?status=completed')).items.map((item) => item.name)).toEqual([
        'Over',
      ]);
    });
  });

  it('open down to their blockers, their days and their place among the others', async () => {
    await withCompany(standing, 10, async (api, idOf) => {
      const path = `/api/v1/initiatives/${idOf('initiative', 'Owned')}`;
      const blockers = endpoints.listInitiativeBlockers.answer.parse(await api.get(`${path}/blockers`));
      expect(
        blockers.items.map(({ blocker, external, ageMs, blocked }) => [
          blocker.key,
          external,
          ageMs / day,
          blocked.map((issue) => issue.key),
        ]),
      ).toEqual([
        ['b2', false, 8, ['a2']],
        ['b1', true, 6, ['a1']],
        ['a2', false, 3, ['b2']],
      ]);
      const next = await api.get<{ nextCursor: string }>(`${path}/blockers?limit=1`);
      const rest = endpoints.listInitiativeBlockers.answer.parse(await api.get(`${path}/blockers?cursor=${next.nextCursor}`));
      expect(rest.items.map((item) => item.blocker.key)).toEqual(['b1', 'a2']);

      const timeline = endpoints.getInitiativeTimeline.answer.parse(await api.get(`${path}/timeline?from=2026-01-01&to=2026-01-11`));
      expect(timeline.days.map((each) => each.waitingMs / day)).toEqual([0, 0, 1, 1, 2, 2, 2, 3, 3, 3]);
      expect(timeline.days.map((each) => each.clockWaitingMs / day)).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
      expect(timeline.days.map((each) => each.stalledMs / day)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
      expect(timeline.blockers.map(({ key, from, to }) => [key, from.slice(8, 10), to])).toEqual([
        ['a2', '08', null],
        ['b1', '05', null],
        ['b2', '03', null],
      ]);
      expect(timeline.anatomy).toEqual({ unacceptedMs: 6 * day, queuedMs: 0, inWorkMs: 11 * day });

      const detail = endpoints.getInitiative.answer.parse(await api.get(path));
      expect([detail.children.map((child) => child.name), detail.parents]).toEqual([['Part'], []]);
      const part = endpoints.getInitiative.answer.parse(await api.get(`/api/v1/initiatives/${idOf('initiative', 'Part')}`));
      expect([part.parents.map((parent) => parent.name), part.projects.map((project) => project.name)]).toEqual([['Owned'], ['P']]);
    });
  });
});
