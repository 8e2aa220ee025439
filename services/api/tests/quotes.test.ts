import { endpoints, type Quotes, type SpeedTax } from '@speedtax/contract';
import type { CompanyStory } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

const day = 86_400_000;
const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Nine waits of A on B that are over, one that lasts since day 2, and one of B on A. */
const story: CompanyStory = {
  teams: ['A', 'B'],
  issues: [
    ...lengths.flatMap((length) => [
      { key: `a${length}`, team: 'A', statuses: [[0, 'started']] as const },
      {
        key: `b${length}`,
        team: 'B',
        statuses: [
          [0, 'started'],
          [2 + length, 'completed'],
        ] as const,
      },
    ]),
    { key: 'a100', team: 'A', statuses: [[0, 'started']] },
    { key: 'b100', team: 'B', statuses: [[0, 'backlog']] },
    { key: 'b200', team: 'B', statuses: [[0, 'started']] },
  ],
  links: [
    ...[...lengths, 100].map((length) => ({ blocker: `b${length}`, blocked: `a${length}`, from: 2 })),
    { blocker: 'a100', blocked: 'b200', from: 30 },
  ],
};

let api: TestApi;
let team: (name: string) => string;

beforeAll(async () => {
  api = await startTestApi();
  const { idOf } = await tellCompany(api.test, story, 40);
  team = (name) => idOf('team', name);
});
afterAll(() => api.close());

const ask = async (query = '') => endpoints.listQuotes.answer.parse(await api.get<Quotes>(`/api/v1/quotes${query}`));

describe('a lead-time quote asked for', () => {
  it('says after how long half and 85 % of the waits were over, those that last included', async () => {
    const { items, from, to, minimumWaits } = await ask(`?waitingTeamId=${team('A')}`);
    expect({ from, to, minimumWaits }).toEqual({ from: '2025-02-11', to: '2026-02-11', minimumWaits: 10 });
    expect(items).toEqual([
      { waitingTeamId: team('A'), blockingTeamId: team('B'), waits: 10, censored: 1, medianMs: 5 * day, p85Ms: 9 * day },
    ]);
  });

  it('counts the waits that began in the window, and gives no figure under ten', async () => {
    const { items } = await ask('?from=2026-01-31&to=2026-02-10');
    expect(items).toEqual([{ waitingTeamId: team('B'), blockingTeamId: team('A'), waits: 1, censored: 1, medianMs: null, p85Ms: null }]);
    expect((await ask('?from=2026-01-04&to=2026-01-31')).items).toEqual([]);
  });

  it('of a team that is not there is a 404', async () => {
    const { status } = await api.ask('/api/v1/quotes?blockingTeamId=00000000-0000-4000-8000-000000000000');
    expect(status).toBe(404);
  });

  it('stands on the pairs of the speed tax too, whatever its window', async () => {
    const { pairs } = await api.get<SpeedTax>('/api/v1/speed-tax?from=2026-02-05&to=2026-02-10');
    const expected = (await ask()).items.map(({ waitingTeamId, blockingTeamId, ...quote }) => [waitingTeamId, quote]);
    const waited = pairs.filter(({ waitingMs }) => waitingMs > 0);
    expect(waited.map((pair) => [pair.waitingTeamId, pair.quote]).sort()).toEqual(expected.sort());
  });
});
