import { endpoints } from '@speedtax/contract';
import type { CompanyStory } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

const day = 86_400_000;

/** On day 50. b1 was accepted after 3 days of waiting, b2 at once, b3 never; b2's link came before a2 was begun, b3's has no date. */
const story: CompanyStory = {
  teams: ['A', 'B', 'C'],
  people: [{ name: 'Ada' }],
  initiatives: [
    { name: 'Launch', owner: 'Ada' },
    { name: 'Part', parent: 'Launch' },
  ],
  projects: [
    { name: 'P', initiative: 'Launch' },
    { name: 'Q', initiative: 'Part' },
  ],
  issues: [
    { key: 'a1', team: 'A', project: 'P', statuses: [[0, 'started']] },
    {
      key: 'a2',
      team: 'A',
      project: 'Q',
      statuses: [
        [0, 'unstarted'],
        [45, 'started'],
      ],
    },
    {
      key: 'b1',
      team: 'B',
      statuses: [
        [0, 'backlog'],
        [5, 'unstarted'],
        [9, 'started'],
      ],
    },
    { key: 'b2', team: 'B', statuses: [[0, 'started']] },
    { key: 'c3', team: 'C', statuses: [[0, 'triage']] },
  ],
  links: [
    { blocker: 'b1', blocked: 'a1', from: 2 },
    { blocker: 'b2', blocked: 'a2', from: 40 },
    { blocker: 'c3', blocked: 'a1', from: 10 },
    { blocker: 'c3', blocked: 'a2', from: null },
  ],
};

let api: TestApi;
let path: string;

beforeAll(async () => {
  api = await startTestApi();
  const { idOf } = await tellCompany(api.test, story, 50);
  path = `/api/v1/initiatives/${idOf('initiative', 'Launch')}/inputs`;
});
afterAll(() => api.close());

const ask = async (query = '') => endpoints.getInitiativeInputs.answer.parse(await api.get(`${path}${query}`));

describe('what a named person can move this week', () => {
  it('can be asked for as of a past day: what came later is not known, and a link rests since the last change of then', async () => {
    const past = await ask('?asOf=2026-02-11');
    expect(past).toMatchObject({ asOf: '2026-02-12T00:00:00.000Z', dataCutOff: '2026-02-12T00:00:00.000Z', openExternalBlockers: 3 });
    expect(past.acceptance).toEqual({ waits: 3, unacceptedNow: 1, medianMs: 3 * day });
    expect(past.agreement).toEqual({ dependencies: 3, agreed: 1, share: 1 / 3, withoutKnownStart: 1 });
    // Two rest since the same instant: which of them is named first is left open.
    const resting = past.staleLinks.items.map(({ blocker, blocked, unchangedSince }) => [blocker.key, blocked.key, unchangedSince]);
    expect([...resting.slice(0, 2).toSorted(), ...resting.slice(2)]).toEqual([
      // Work on a2 began only on day 45.
      ['b2', 'a2', '2026-01-01T00:00:00.000Z'],
      ['c3', 'a1', '2026-01-01T00:00:00.000Z'],
      ['b1', 'a1', '2026-01-10T00:00:00.000Z'],
    ]);
    expect(past.withoutLeader.map(({ name }) => name)).toEqual(['Part']);
    expect(await ask('?asOf=2026-01-07')).toMatchObject({
      openExternalBlockers: 1,
      acceptance: { waits: 1, unacceptedNow: 0, medianMs: 3 * day },
      agreement: { dependencies: 1, agreed: 0 },
      staleLinks: { links: 0 },
    });
  });

  it('begins with the open blockers from outside', async () => {
    expect((await ask()).openExternalBlockers).toBe(3);
  });

  it('has how long blocking teams had not accepted the work', async () => {
    // a1 on B: 3 days; a1 on C: 40 and still; a2 on B: none.
    expect((await ask()).acceptance).toEqual({ waits: 3, unacceptedNow: 1, medianMs: 3 * day });
    // Before day 5 nobody could know how long B would take.
    expect((await ask('?from=2026-01-04&to=2026-01-05')).acceptance).toEqual({ waits: 1, unacceptedNow: 1, medianMs: null });
  });

  it('has the share of dependencies that were agreed before the work began', async () => {
    expect((await ask()).agreement).toEqual({ dependencies: 3, agreed: 1, share: 1 / 3, withoutKnownStart: 1 });
    expect((await ask('?from=2026-02-01&to=2026-02-20')).agreement).toMatchObject({ dependencies: 1, agreed: 1, share: 1 });
  });

  it('has links that nobody has touched for 30 days', async () => {
    const { staleLinks } = await ask();
    expect(staleLinks.links).toBe(2);
    expect(staleLinks.items.map(({ blocker, blocked, unchangedSince }) => [blocker.key, blocked.key, unchangedSince])).toEqual([
      ['c3', 'a1', '2026-01-01T00:00:00.000Z'],
      ['b1', 'a1', '2026-01-10T00:00:00.000Z'],
    ]);
  });

  it('names the initiatives without a single-threaded leader', async () => {
    expect((await ask()).withoutLeader.map(({ name }) => name)).toEqual(['Part']);
  });
});
