import type { InitiativeBlocker, InitiativeDetail } from '@speedtax/contract';
import { describe, expect, it } from 'vitest';
import { deriveDecisions } from './derive-decisions.ts';

const day = 86_400_000;
type Asked = Parameters<typeof deriveDecisions>[0];

const person = (name: string) => ({ personId: name, externalId: name, name, active: true });
const wellLed: Asked = {
  status: 'active',
  ownership: 'single',
  accountable: [person('Ada')],
  partTime: false,
  ownerSpan: 1,
  leadership: 'STL',
  openIssues: 3,
  teams: [],
  conflicts: { inversions: [], dates: [], coverage: { dependencies: 0, withoutPriority: 0, withoutDate: 0 } },
  contributions: { people: [], dedicated: 0, swarming: 0, openIssuesPerDedicated: null, coverage: { startedMs: 0, unassignedMs: 0 } },
};
const issue = (key: string, category: 'backlog' | 'started'): InitiativeBlocker['blocker'] => ({
  issueId: key,
  externalId: key,
  key,
  title: `About ${key}`,
  url: null,
  teamId: 'B',
  teamName: 'Team B',
  category,
  statusName: null,
  assignee: null,
});
const blocker = (key: string, category: 'backlog' | 'started', external = true): InitiativeBlocker => ({
  blocker: issue(key, category),
  external,
  since: '2026-01-01T00:00:00.000Z',
  ageMs: 9 * day,
  blocked: [issue('a1', 'started')],
});
const textsOf = (initiative: Partial<InitiativeDetail>, blockers: InitiativeBlocker[] = []) =>
  deriveDecisions({ ...wellLed, ...initiative } as Asked, blockers).map(({ text }) => text);

describe('what the meeting is asked about an initiative', () => {
  it('is nothing where one person leads it, nothing blocks it and no date is in the way', () => {
    expect(textsOf({})).toEqual([]);
  });

  it('is nothing where it is over, whoever owns it', () => {
    expect(textsOf({ status: 'completed', ownership: 'unowned' })).toEqual([]);
    expect(textsOf({ status: 'canceled', ownership: 'unowned' })).toEqual([]);
  });

  it.each([
    [{ ownership: 'unowned', accountable: [] }, 'Name one accountable owner.'],
    [{ ownership: 'diluted', accountable: [person('Ada'), person('Bob')] }, 'Choose one owner among Ada, Bob.'],
    [{ ownership: 'inferred' }, 'Confirm Ada as the owner, in the tracker.'],
    [{ partTime: true, ownerSpan: 2 }, 'Free Ada of 1 other initiative, or hand this one over.'],
    [
      { partTime: true, ownerSpan: 4, leadership: 'STO' },
      'Free Ada of 3 other initiatives, or hand this one over. The people needed are in other teams.',
    ],
  ] as const)('is who owns it: %j', (initiative, text) => {
    expect(textsOf(initiative as unknown as Partial<InitiativeDetail>)).toEqual([text]);
  });

  it('is whether others accept what blocks it, not what they work on or what is its own', () => {
    const blockers = [blocker('b1', 'backlog'), blocker('b2', 'started'), blocker('b3', 'backlog', false)];
    expect(textsOf({}, blockers)).toEqual(['Team B: accept or decline b1 “About b1”, which has blocked a1 for 9 d.']);
  });

  it('is about five blockers at most: those that have blocked longest come first', () => {
    const blockers = Array.from({ length: 8 }, (_, k) => blocker(`b${k}`, 'backlog'));
    expect(textsOf({}, blockers)).toHaveLength(5);
  });

  it('is which date moves', () => {
    const conflict = {
      external: true,
      reasons: [],
      blocker: issue('b1', 'started'),
      blocked: issue('a1', 'started'),
      targetOn: '2026-03-31',
    };
    const blockerDue = { on: '2026-04-02', source: 'issue' as const };
    const dates = [
      { ...conflict, blockerDue, blockedDue: { on: '2026-03-01', source: 'issue' as const } },
      { ...conflict, blockerDue, blockedDue: null },
    ];
    expect(textsOf({ conflicts: { ...wellLed.conflicts, dates } })).toEqual([
      'Move b1, due 2026-04-02, or a1, due 2026-03-01.',
      'Move b1, due 2026-04-02, or the target, 2026-03-31.',
    ]);
  });

  it('is somebody’s time, where many help and nobody stays', () => {
    const people = [{ person: person('Eve'), startedMs: day, totalStartedMs: 9 * day, share: 1 / 9, dedication: 'swarming' as const }];
    expect(textsOf({ contributions: { ...wellLed.contributions, people, swarming: 1 } })).toEqual([
      'Dedicate somebody: 3 open issues, and nobody gives them most of their time.',
    ]);
  });
});
