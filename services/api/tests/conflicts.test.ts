import { endpoints, type InitiativeDetail } from '@speedtax/contract';
import type { CompanyStory } from '@speedtax/storage/testing/company-story';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi, tellCompany } from './test-api.ts';

/** On day 10 B is in its second cycle. Of the blockers b1 ranks too low and is left out, b2 is late, b3 is neither, b4 is done. */
const story: CompanyStory = {
  teams: ['A', 'B'],
  initiatives: [{ name: 'Launch', targetOn: '2026-02-01' }, { name: 'Quiet' }],
  projects: [
    { name: 'P', initiative: 'Launch', targetOn: '2026-01-25' },
    { name: 'Q', targetOn: '2026-02-02' },
  ],
  cycles: [
    { name: 'B1', team: 'B', from: 0, to: 7 },
    { name: 'B2', team: 'B', from: 7, to: 14 },
  ],
  issues: [
    { key: 'a1', team: 'A', project: 'P', statuses: [[0, 'started']], priority: 2 },
    { key: 'a2', team: 'A', project: 'P', statuses: [[0, 'unstarted']], priority: 3, dueOn: '2026-01-14' },
    { key: 'b1', team: 'B', statuses: [[0, 'unstarted']], priority: 0 },
    { key: 'b2', team: 'B', project: 'Q', statuses: [[0, 'started']], priority: 1 },
    { key: 'b3', team: 'B', statuses: [[0, 'unstarted']], priority: 2, cycle: 'B2' },
    {
      key: 'b4',
      team: 'B',
      statuses: [
        [0, 'started'],
        [5, 'completed'],
      ],
      priority: 4,
    },
  ],
  links: ['b1', 'b2', 'b3', 'b4'].flatMap((blocker) => [
    { blocker, blocked: 'a1', from: 1 },
    ...(blocker === 'b2' || blocker === 'b3' ? [{ blocker, blocked: 'a2', from: 2 }] : []),
  ]),
};

let api: TestApi;
let idOf: (kind: string, name: string) => string;

beforeAll(async () => {
  api = await startTestApi();
  ({ idOf } = await tellCompany(api.test, story, 10));
});
afterAll(() => api.close());

const ask = async (name: string) =>
  endpoints.getInitiative.answer.parse(await api.get<InitiativeDetail>(`/api/v1/initiatives/${idOf('initiative', name)}`));

describe('what cannot work out as planned', () => {
  it('shows blockers that rank lower with their own team, and why', async () => {
    const { conflicts, priorityInversions } = await ask('Launch');
    expect(priorityInversions).toBe(1);
    expect(
      conflicts.inversions.map(({ blocker, blocked, reasons, blockerPriority, blockedPriority, external }) => [
        `${blocker.key} ${blocked.key}`,
        reasons,
        blockerPriority,
        blockedPriority,
        external,
      ]),
    ).toEqual([['b1 a1', ['priority', 'cycle'], 0, 2, true]]);
  });

  it('shows blockers that are due too late, with the dates compared', async () => {
    const { conflicts, dateConflicts } = await ask('Launch');
    expect(dateConflicts).toBe(1);
    const both = ['after_blocked', 'after_target'];
    const due = { on: '2026-02-02', source: 'project' };
    expect(
      conflicts.dates
        .map(({ blocker, blocked, reasons, blockerDue, blockedDue, targetOn }) => [
          `${blocker.key} ${blocked.key}`,
          reasons,
          blockerDue,
          blockedDue,
          targetOn,
        ])
        .sort(),
    ).toEqual([
      ['b2 a1', both, due, { on: '2026-01-25', source: 'project' }, '2026-02-01'],
      ['b2 a2', both, due, { on: '2026-01-14', source: 'issue' }, '2026-02-01'],
    ]);
  });

  it('says of how many dependencies it could not tell', async () => {
    const { conflicts } = await ask('Launch');
    expect(conflicts.coverage).toEqual({ dependencies: 5, withoutPriority: 0, withoutDate: 1 });
    expect((await ask('Quiet')).conflicts).toEqual({
      inversions: [],
      dates: [],
      coverage: { dependencies: 0, withoutPriority: 0, withoutDate: 0 },
    });
  });

  it('is counted in the list of initiatives', async () => {
    const { items } = endpoints.listInitiatives.answer.parse(await api.get('/api/v1/initiatives'));
    const told = items.map(({ name, priorityInversions, dateConflicts }) => [name, priorityInversions, dateConflicts]);
    expect(told.sort()).toEqual([
      ['Launch', 1, 1],
      ['Quiet', 0, 0],
    ]);
  });
});
