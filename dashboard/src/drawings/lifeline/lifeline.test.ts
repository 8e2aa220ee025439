import type { IssueRef, IssueWaits } from '@speedtax/contract';
import { describe, expect, it } from 'vitest';
import { dayMs } from '../../words/duration.ts';
import { prepareLifeline } from './prepare-lifeline.ts';

const at = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * dayMs).toISOString();
const issueHref = (issueId: string) => `/issues/${issueId}`;

function makeRef(key: string, teamName: string): IssueRef {
  return {
    issueId: key,
    externalId: key,
    key,
    title: key,
    url: null,
    teamId: teamName,
    teamName,
    category: 'started',
    statusName: null,
    assignee: null,
  };
}

type Wait = [from: number, to: number | null, teams: Record<string, 'unaccepted' | 'queued' | 'in_work'>];

/** An issue created on day 0, known until day 100; waits are told in days. */
function makeWaits(waits: readonly Wait[], changes: Partial<IssueWaits> = {}): IssueWaits {
  const intervals = waits.map(([from, to, teams]) => {
    const durationMs = ((to ?? 100) - from) * dayMs;
    const names = Object.entries(teams);
    return {
      from: at(from),
      to: to === null ? null : at(to),
      durationMs,
      waitingTeamId: 'A',
      phase: 'dragging' as const,
      blockedBy: names.map(([teamName, anatomy]) => ({
        teamId: teamName,
        teamName,
        share: 1 / names.length,
        waitingMs: durationMs / names.length,
        anatomy,
        issues: [makeRef(`${teamName}-1`, teamName)],
      })),
    };
  });
  return {
    issue: makeRef('A-1', 'A'),
    createdAt: at(0),
    closedAt: null,
    dataCutOff: at(100),
    waitingMs: intervals.reduce((total, wait) => total + wait.durationMs, 0),
    intervals,
    flaggedMs: 0,
    flags: [],
    statuses: [{ from: at(0), to: null, value: { name: 'In Progress', category: 'started' } }],
    teams: [{ from: at(0), to: null, value: { teamId: 'A', name: 'A' } }],
    assignees: [],
    links: [],
    mentions: [],
    mirrors: [],
    ...changes,
  };
}

describe('the lifeline', () => {
  // 100 days and 5 % of open end: a day is 1/1.05 percent.
  const percentPerDay = 100 / 105;

  it('has a lane per blocking team, the longest waited for on top', () => {
    const { lanes } = prepareLifeline(
      makeWaits([
        [0, 10, { B: 'queued' }],
        [20, 60, { C: 'in_work' }],
      ]),
      issueHref,
    );
    expect(lanes.map((lane) => [lane.name, lane.waited])).toEqual([
      ['C', '40 issue-days'],
      ['B', '10 issue-days'],
    ]);
  });

  it('keeps twelve lanes of more blocking teams, and says of how many', () => {
    const teams = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`Team ${index}`, 'queued' as const]));
    const { lanes, lanesLeftOut } = prepareLifeline(makeWaits([[0, 10, teams]]), issueHref);
    expect(lanes).toHaveLength(12);
    expect(lanesLeftOut).toBe('12 of 15 blocking teams');
  });

  it('the areas of all lanes add up to the waiting', () => {
    const { lanes } = prepareLifeline(
      makeWaits([
        [0, 10, { B: 'queued' }],
        [10, 30, { B: 'queued', C: 'in_work' }],
      ]),
      issueHref,
    );
    const area = lanes.flatMap((lane) => lane.blocks).reduce((total, block) => total + block.share * block.stretch.width, 0);
    expect(area).toBeCloseTo(30 * percentPerDay, 1);
  });

  it('tells by texture what the blocker did', () => {
    const { lanes } = prepareLifeline(
      makeWaits([
        [0, 1, { B: 'unaccepted' }],
        [1, 2, { B: 'queued' }],
        [2, 3, { B: 'in_work' }],
      ]),
      issueHref,
    );
    expect(lanes[0]?.blocks.map((block) => block.hatch)).toEqual(['hollow', 'light', 'dense']);
  });

  it('a wait still going on is drawn up to where the data ends, and left unfinished', () => {
    const { lanes, waits } = prepareLifeline(makeWaits([[90, null, { B: 'queued' }]]), issueHref);
    const [block] = lanes[0]?.blocks ?? [];
    expect(block).toMatchObject({ open: true });
    expect((block?.stretch.x ?? 0) + (block?.stretch.width ?? 0)).toBeCloseTo(100 * percentPerDay, 1);
    expect(waits[0]).toMatchObject({ open: true });
  });

  it('a hand-over between blocking teams is marked where a wait goes on without a break', () => {
    const handed = prepareLifeline(
      makeWaits([
        [0, 10, { B: 'queued' }],
        [10, 20, { C: 'queued' }],
      ]),
      issueHref,
    );
    const apart = prepareLifeline(
      makeWaits([
        [0, 10, { B: 'queued' }],
        [11, 20, { C: 'queued' }],
      ]),
      issueHref,
    );
    const takenOver = ({ lanes }: typeof handed) => lanes.find((lane) => lane.name === 'C')?.blocks[0]?.takenOver;
    expect([takenOver(handed), takenOver(apart)]).toEqual([true, false]);
  });

  it('a closed issue has no cut-off, and stays closed to the end of the picture', () => {
    const statuses = [
      { from: at(0), to: at(40), value: { name: 'In Progress', category: 'started' as const } },
      { from: at(40), to: null, value: { name: 'Done', category: 'completed' as const } },
    ];
    const { cutOff, bands } = prepareLifeline(makeWaits([], { closedAt: at(40), statuses }), issueHref);
    const last = bands.at(-1);
    expect(cutOff).toBeNull();
    expect(last?.look).toBe('completed');
    expect((last?.stretch.x ?? 0) + (last?.stretch.width ?? 0)).toBeCloseTo(100, 1);
  });

  it('the first team is where the line starts, the next one is a change; words that find no room are left out', () => {
    const teams = [
      { from: at(0), to: at(1), value: null },
      { from: at(1), to: null, value: { teamId: 'A', name: 'Payments' } },
    ];
    const markers = prepareLifeline(makeWaits([], { teams }), issueHref).teams;
    expect(markers.map(({ text, change, fits }) => [text, change, fits])).toEqual([
      ['no team', false, false],
      ['Payments', true, true],
    ]);
  });

  it('an issue that never waited says so', () => {
    expect(prepareLifeline(makeWaits([]), issueHref).sentence).toBe('A-1, open for 100 d, never waited on another team.');
  });

  it('its table tells everything in order of time, with the exact waiting', () => {
    const { table } = prepareLifeline(makeWaits([[5, 10, { B: 'queued' }]]), issueHref);
    expect(table.rows.map((row) => [row[2]?.text, row[4]?.exact])).toEqual([
      ['status', null],
      ['team', null],
      ['waiting, dragging', 5 * dayMs],
    ]);
    expect(table.rows.at(-1)?.[5]).toEqual({ text: 'B-1', href: '/issues/B-1' });
  });
});
