import { describe, expect, it } from 'vitest';
import { percentile, referenceTeams } from './team-figures.ts';
import type { World } from './world.ts';

const day = 86_400_000;
const always = (team: string) => [{ at: 0, team }];

const world: World = {
  teams: ['A', 'B', 'C'],
  people: [],
  initiatives: [],
  projects: [],
  issues: [
    {
      id: 'a1',
      createdAt: 0,
      closed: [],
      project: null,
      defect: false,
      teams: always('A'),
      statuses: [
        { at: 0, category: 'unstarted' },
        { at: 2 * day, category: 'started' },
        { at: 10 * day, category: 'completed' },
      ],
    },
    {
      id: 'b1',
      createdAt: 0,
      closed: [],
      project: null,
      defect: false,
      teams: always('B'),
      statuses: [
        { at: 0, category: 'started' },
        { at: 6 * day, category: 'completed' },
      ],
    },
    {
      id: 'c1',
      createdAt: 0,
      closed: [],
      project: null,
      defect: false,
      teams: always('C'),
      statuses: [
        { at: 0, category: 'backlog' },
        { at: 8 * day, category: 'completed' },
      ],
    },
  ],
  dependencies: [
    { blocker: 'b1', blocked: 'a1', from: day, to: null },
    { blocker: 'c1', blocked: 'a1', from: 4 * day, to: null },
    { blocker: 'c1', blocked: 'b1', from: 3 * day, to: 5 * day },
  ],
};

describe('the literal reference', () => {
  const { teams, pairs } = referenceTeams(world, { from: 0, to: 10 * day, now: 20 * day });

  it('gives the worked example its teams', () => {
    expect(teams.get('A')).toMatchObject({ inPlayMs: 10 * day, waitingMs: 7 * day, heldMs: day, draggingMs: 6 * day, imposedMs: 0 });
    expect(teams.get('B')).toMatchObject({ inPlayMs: 6 * day, waitingMs: 2 * day, imposedMs: 4 * day });
    expect(teams.get('C')).toMatchObject({ inPlayMs: 0, waitingMs: 0, imposedMs: 5 * day });
  });

  it('gives the worked example its pairs and roots', () => {
    expect(pairs.get('A|B')).toMatchObject({ waitingMs: 4 * day, rootMs: 2.5 * day, inWorkMs: 4 * day });
    expect(pairs.get('A|C')).toMatchObject({ waitingMs: 3 * day, rootMs: 4.5 * day, unacceptedMs: 3 * day });
    expect(pairs.get('B|C')).toMatchObject({ waitingMs: 2 * day, rootMs: 2 * day });
  });

  it('counts one unbroken wait per issue', () => {
    expect(teams.get('A')?.episodesMs).toEqual([7 * day]);
    expect(percentile(teams.get('A')?.episodesMs ?? [], 0.5)).toBe(7 * day);
  });
});
