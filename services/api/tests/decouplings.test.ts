import type { Decouplings } from '@speedtax/contract';
import type { CompanyStory } from '@speedtax/storage/testing/company-story';
import { describe, expect, it } from 'vitest';
import { startTestApi, tellCompany } from './test-api.ts';

const day = 86_400_000;

/** A waits on P five times, in the same project; on Q four times, each for a day that Q works; on B and C at once, twice. */
const habits: CompanyStory = {
  teams: ['A', 'B', 'C', 'P', 'Q'],
  projects: [{ name: 'Platform' }, { name: 'Else' }],
  issues: [
    ...[1, 2, 3, 4, 5].flatMap((k) => [
      { key: `a${k}`, team: 'A', statuses: [[0, 'started']] as const },
      {
        key: `p${k}`,
        team: 'P',
        project: k < 4 ? 'Platform' : 'Else',
        statuses: [
          [0, 'backlog'],
          [10, 'completed'],
        ] as const,
      },
    ]),
    ...[6, 7, 8, 9].flatMap((k) => [
      { key: `a${k}`, team: 'A', statuses: [[0, 'started']] as const },
      {
        key: `q${k}`,
        team: 'Q',
        statuses: [
          [0, 'started'],
          [k, 'completed'],
        ] as const,
      },
    ]),
    {
      key: 'b1',
      team: 'B',
      statuses: [
        [0, 'unstarted'],
        [5, 'completed'],
      ],
    },
    {
      key: 'c1',
      team: 'C',
      statuses: [
        [0, 'unstarted'],
        [5, 'completed'],
      ],
    },
    { key: 'both1', team: 'A', statuses: [[0, 'started']] },
    { key: 'both2', team: 'A', statuses: [[0, 'started']] },
  ],
  links: [
    ...[1, 2, 3, 4, 5].map((k) => ({ blocker: `p${k}`, blocked: `a${k}`, from: 0 })),
    ...[6, 7, 8, 9].map((k) => ({ blocker: `q${k}`, blocked: `a${k}`, from: k - 1 })),
    ...['b1', 'c1'].flatMap((blocker) => ['both1', 'both2'].map((blocked) => ({ blocker, blocked, from: 0 }))),
  ],
};

describe('a company with habits', () => {
  it('is told what kind of dependency each is, and which pairs only save together', async () => {
    const other = await startTestApi();
    const { idOf } = await tellCompany(other.test, habits, 20);
    const name = (id: string) => habits.teams.find((one) => idOf('team', one) === id);
    const { items } = await other.get<Decouplings>('/api/v1/decouplings');
    const told = items.map(({ blockingTeamId, kind, theme, waits, savedMs, alsoRemove }) => [
      [blockingTeamId, ...alsoRemove.map((also) => also.blockingTeamId)].map(name).sort().join(' and '),
      kind,
      theme,
      waits,
      savedMs / day,
    ]);
    expect(told).toEqual([
      ['P', 'offer_interface', { kind: 'project', name: 'Platform', waits: 3 }, 5, 50],
      ['Q', 'accept', null, 4, 4],
      ['B and C', 'schedule', null, 2, 10],
    ]);

    // A label that only P uses tells more than the project; one that everybody uses tells nothing.
    const { database, organizationId } = other.test;
    await database.inOrganization(organizationId, async (trx) => {
      const label = (labels: string[], team: string) =>
        trx
          .updateTable('issue')
          .set({ labels })
          .where('organization_id', '=', organizationId)
          .where('team_id', '=', idOf('team', team))
          .execute();
      await label(['Bug', 'Billing'], 'P');
      for (const team of ['A', 'B', 'C']) await label(['Bug'], team);
    });
    const [first] = (await other.get<Decouplings>('/api/v1/decouplings?limit=1')).items;
    expect(first?.theme).toEqual({ kind: 'label', name: 'Billing', waits: 5 });
    await other.close();
  });
});

/** B begins its work on day 2, and on day 4 D takes over from C: rows of one wait that neither begin nor end together. */
const relay: CompanyStory = {
  teams: ['A', 'B', 'C', 'D'],
  issues: [
    { key: 'a1', team: 'A', statuses: [[0, 'started']] },
    {
      key: 'b1',
      team: 'B',
      statuses: [
        [0, 'backlog'],
        [2, 'started'],
        [6, 'completed'],
      ],
    },
    { key: 'c1', team: 'C', statuses: [[0, 'started']] },
    { key: 'd1', team: 'D', statuses: [[0, 'started']] },
  ],
  links: [
    { blocker: 'b1', blocked: 'a1', from: 0 },
    { blocker: 'c1', blocked: 'a1', from: 0, to: 4 },
    { blocker: 'd1', blocked: 'a1', from: 4, to: 6 },
  ],
};

describe('waits that change hands', () => {
  it('are cut wherever the teams that block change, and nowhere else', async () => {
    const other = await startTestApi();
    const { idOf } = await tellCompany(other.test, relay, 10);
    const name = (id: string) => relay.teams.find((one) => idOf('team', one) === id);
    const { items } = await other.get<Decouplings>('/api/v1/decouplings');
    const told = items.map(({ blockingTeamId, alsoRemove, savedMs }) => [
      [blockingTeamId, ...alsoRemove.map((also) => also.blockingTeamId)].map(name).sort().join(' and '),
      savedMs / day,
    ]);
    expect(told).toEqual([
      ['B and C', 4],
      ['D', 2],
    ]);
    await other.close();
  });
});
