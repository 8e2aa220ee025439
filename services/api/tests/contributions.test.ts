import { endpoints, type InitiativeDetail } from '@speedtax/contract';
import type { CompanyStory } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

const day = 86_400_000;
const started = (from: number, to?: number): CompanyStory['issues'][number]['statuses'] => [
  [from, 'started'],
  ...(to === undefined ? [] : [[to, 'completed'] as const]),
];

/** Zoe works on nothing else, Ada hardly on it, Ben hands over to nobody on day 4. */
const story: CompanyStory = {
  teams: ['A'],
  people: [{ name: 'Zoe' }, { name: 'Ada' }, { name: 'Ben' }],
  initiatives: [{ name: 'Launch' }],
  projects: [{ name: 'P', initiative: 'Launch' }],
  issues: [
    { key: 'a1', team: 'A', project: 'P', statuses: started(0), assignee: 'Zoe' },
    { key: 'a2', team: 'A', project: 'P', statuses: started(2, 4), assignee: 'Ada' },
    { key: 'a3', team: 'A', statuses: started(2), assignee: 'Ada' },
    {
      key: 'a4',
      team: 'A',
      project: 'P',
      statuses: started(1),
      assignee: [
        [1, 'Ben'],
        [4, null],
      ],
    },
    { key: 'a5', team: 'A', statuses: started(0, 20), assignee: 'Ben' },
  ],
};

let api: TestApi;
let path: string;

beforeAll(async () => {
  api = await startTestApi();
  const { idOf } = await tellCompany(api.test, story, 20);
  path = `/api/v1/initiatives/${idOf('initiative', 'Launch')}`;
});
afterAll(() => api.close());

const ask = async (query = '') => endpoints.getInitiative.answer.parse(await api.get<InitiativeDetail>(`${path}${query}`)).contributions;

describe('the people who work on an initiative', () => {
  it('are told by name, with the share of their started time that went into it', async () => {
    const { people, dedicated, swarming, openIssuesPerDedicated } = await ask();
    const told = people.map(({ person, startedMs, totalStartedMs, share, dedication }) => [
      person.name,
      startedMs / day,
      totalStartedMs / day,
      share,
      dedication,
    ]);
    expect(told).toEqual([
      ['Ada', 2, 20, 0.1, 'swarming'],
      ['Ben', 3, 23, 3 / 23, 'swarming'],
      ['Zoe', 20, 20, 1, 'dedicated'],
    ]);
    expect({ dedicated, swarming, openIssuesPerDedicated }).toEqual({ dedicated: 1, swarming: 2, openIssuesPerDedicated: 2 });
  });

  it('are judged by the window asked for', async () => {
    const { people, openIssuesPerDedicated } = await ask('?from=2026-01-03&to=2026-01-04');
    expect(people.map(({ person, share, dedication }) => [person.name, share, dedication])).toEqual([
      ['Ada', 0.5, 'shared'],
      ['Ben', 0.5, 'shared'],
      ['Zoe', 1, 'dedicated'],
    ]);
    expect(openIssuesPerDedicated).toBe(2);
  });

  it('leave time that nobody was assigned to, which is counted and nobody gets', async () => {
    expect((await ask()).coverage).toEqual({ startedMs: (20 + 2 + 3 + 16) * day, unassignedMs: 16 * day });
  });
});
