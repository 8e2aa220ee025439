import { describe, expect, it } from 'vitest';
import type { AlertKind, AlertRule } from './alert-rule.ts';
import type { AlertObservation, AlertState, Edge } from './alert-state.ts';
import { decideAlert } from './decide-alert.ts';
import { decideAnswer } from './decide-answer.ts';

const minute = 60_000;
const day = 86_400_000;
const rule = (level: number, kind: AlertKind = 'external_blockers', withinDays = 7): AlertRule => ({ kind, level, withinDays });

type Look = number | '?' | { value: number; baseline?: true; edges?: Edge[] };

/** Looks at a figure again and again, `everyMs` apart; tells what was notified when: `raised 2`, the second look being 1. */
function follow(looks: readonly Look[], of = rule(3), everyMs = 20 * minute) {
  const told: string[] = [];
  const freed: string[] = [];
  const added: Edge[][] = [];
  let state: AlertState | null = null;
  looks.forEach((look, k) => {
    const at = k * everyMs;
    const { value, baseline = false, edges = [] } = typeof look === 'object' ? look : { value: look as number };
    const seen: AlertObservation = look === '?' ? { state: 'unknown' } : { state: 'known', at, value, edges, isBaseline: baseline };
    const decision = decideAlert(state, seen, at, of);
    state = decision.next;
    if (decision.notify) {
      told.push(`${decision.notify} ${k}`);
      added.push([...decision.added]);
    }
    freed.push(...decision.freed.map((edge) => `${edge} ${k}`));
  });
  return { told, freed, added, state: state as AlertState | null };
}

describe('an alert on open external blockers, at 3', () => {
  it.each<{ story: string; looks: Look[]; told: string[] }>([
    { story: 'is raised when it holds through two syncs', looks: [0, 3, 3], told: ['raised 2'] },
    { story: 'is raised above the level as at it', looks: [0, 7, 3], told: ['raised 2'] },
    { story: 'is not raised one below', looks: [0, 2, 2, 2], told: [] },
    { story: 'is not raised by one sync alone', looks: [0, 3, 0, 3, 0], told: [] },
    { story: 'begins to count again when it went in between', looks: [0, 3, 2, 3, 3], told: ['raised 4'] },
    { story: 'is raised once, however long it lasts', looks: [0, 3, 4, 5, 9, 3], told: ['raised 2'] },
    { story: 'is not cleared one below its level', looks: [0, 3, 3, 2, 2, 2], told: ['raised 2'] },
    { story: 'is cleared two below its level', looks: [0, 3, 3, 1, 1], told: ['raised 2', 'cleared 4'] },
    { story: 'is not cleared by one sync alone', looks: [0, 3, 3, 1, 2, 1, 3], told: ['raised 2'] },
    { story: 'comes again after it was cleared', looks: [0, 3, 3, 0, 0, 3, 3], told: ['raised 2', 'cleared 4', 'raised 6'] },
    { story: 'does not come again before it was', looks: [0, 3, 3, 2, 2, 3, 3], told: ['raised 2'] },
    { story: 'is only noted at the first sync', looks: [5, 5, 9, 9], told: [] },
    { story: 'is told once what was noted has gone well and come again', looks: [5, 1, 1, 3, 3], told: ['raised 4'] },
    { story: 'is not told that what was only noted is over', looks: [5, 0, 0], told: [] },
    { story: 'is only noted when a backfill brings it', looks: [0, { value: 8, baseline: true }, 8, 8], told: [] },
    { story: 'is only noted when a backfill comes between two syncs', looks: [0, 3, { value: 3, baseline: true }, 3, 3], told: [] },
    { story: 'stays open over a backfill', looks: [0, 3, 3, { value: 0, baseline: true }, 3, 0, 0], told: ['raised 2', 'cleared 6'] },
    {
      story: 'stays open over a backfill that begins anew to get well',
      looks: [0, 3, 3, 0, { value: 0, baseline: true }, 0],
      told: ['raised 2'],
    },
    {
      story: 'is looked for again after a backfill that found it well',
      looks: [4, { value: 0, baseline: true }, 3, 3],
      told: ['raised 3'],
    },
    { story: 'is not cleared by what is not known', looks: [0, 3, 3, '?', '?', '?'], told: ['raised 2'] },
    { story: 'is not raised by what is not known', looks: [0, 3, '?', '?'], told: [] },
    { story: 'is raised over what is not known', looks: [0, 3, '?', 3], told: ['raised 3'] },
    { story: 'is not noted by what is not known', looks: ['?', 5, 5], told: [] },
  ])('$story', ({ looks, told }) => {
    expect(follow(looks).told).toEqual(told);
  });
});

describe('a flap', () => {
  it('under fifteen minutes raises nothing, however many syncs see it', () => {
    expect(follow([0, 3, 3, 3, 0, 0], rule(3), 5 * minute).told).toEqual([]);
  });
  it('of fifteen minutes is none', () => {
    expect(follow([0, 3, 3, 3, 3], rule(3), 5 * minute).told).toEqual(['raised 4']);
    expect(follow([0, 3, 3], rule(3), 15 * minute).told).toEqual(['raised 2']);
    expect(follow([0, 3, 3], rule(3), 15 * minute - 1).told).toEqual([]);
  });
  it('under fifteen minutes clears nothing', () => {
    expect(follow([0, 3, 3, 3, 3, 0, 0, 0, 3], rule(3), 5 * minute).told).toEqual(['raised 4']);
  });
});

describe('a level', () => {
  it.each([
    { level: 1, looks: [0, 1, 1, 0, 0], told: ['raised 2', 'cleared 4'] },
    { level: 2, looks: [0, 2, 2, 1, 1, 0, 0], told: ['raised 2', 'cleared 6'] },
    { level: 30.5, looks: [0, 30.5, 30.5, 29.5, 29.5, 29.4, 29.4], told: ['raised 2', 'cleared 6'] },
  ])('of $level clears below one less, or when nothing is left', ({ level, looks, told }) => {
    expect(follow(looks, rule(level)).told).toEqual(told);
  });
});

describe('a rise of 2 within 7 days', () => {
  const rises = (looks: Look[], everyMs = day) => follow(looks, rule(2, 'blocker_rise'), everyMs).told;
  it('is measured from the lowest of that time', () => {
    expect(rises([5, 6, 7, 7])).toEqual(['raised 3']);
    expect(rises([5, 3, 4, 5, 5])).toEqual(['raised 4']);
    expect(rises([0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2])).toEqual([]);
  });
  it('counts the value that still held when the time began', () => {
    expect(rises([1, 1, 1, 3, 3], 6 * day)).toEqual(['raised 4']);
    expect(rises([1, 3, 3], 7 * day)).toEqual([]);
  });
  it('is over when the time has passed without another', () => {
    expect(rises([5, 7, 7, 7, 7, 7, 7, 7, 7, 7])).toEqual(['raised 2', 'cleared 9']);
  });
  it('is none at the first sync, nor after a backfill', () => {
    expect(rises([9, 9])).toEqual([]);
    expect(rises([1, { value: 9, baseline: true }, 9, 9, 10, 10])).toEqual([]);
    expect(rises([1, { value: 9, baseline: true }, 11, 11])).toEqual(['raised 3']);
  });
  it('says by how much', () => {
    const seen = { state: 'known', at: day, value: 9, edges: [], isBaseline: false } as const;
    const { next } = decideAlert(null, { ...seen, at: 0, value: 4 }, 0, rule(2, 'blocker_rise'));
    expect(decideAlert(next, seen, day, rule(2, 'blocker_rise')).value).toBe(5);
    expect(decideAlert(next, seen, day, rule(2)).value).toBe(9);
  });
  it('remembers no lows where none is asked for', () => {
    expect(follow([1, 2, 3]).state?.lows).toEqual([]);
    expect(follow([1, 2, 3], rule(2, 'blocker_rise')).state?.lows).toHaveLength(3);
  });
});

describe('what an alert names', () => {
  const [a, b, c] = ['a>x', 'b>x', 'c>y'];
  const at = (value: number, ...edges: Edge[]): Look => ({ value, edges });
  it('is what has come since it was last quiet', () => {
    expect(follow([at(1, a), at(3, a, b, c), at(3, a, b, c)]).added).toEqual([[b, c]]);
  });
  it('is what has come since it was first looked at, where it was never quiet', () => {
    expect(follow([at(3, a), at(0), at(0), at(3, a, b), at(3, a, b)]).added).toEqual([[a, b]]);
  });
  it('is not forgotten while it seems to get well', () => {
    const { state } = follow([at(1, a), at(3, a, b), at(3, a, b), at(0)]);
    expect(state?.quietEdges).toEqual([a]);
  });
  it('is not what came and was gone before anything was told', () => {
    expect(follow([at(0), at(3, a, b, c), at(2, a, b), at(3, a, b, c), at(3, a, b, c)]).added).toEqual([[c]]);
  });
  it('is at most five hundred, and so is what is remembered', () => {
    const many = Array.from({ length: 600 }, (_, k) => `${k}>x`);
    const { added, state } = follow([at(0), at(600, ...many), at(600, ...many)]);
    expect([added[0]?.length, state?.toldEdges.length]).toEqual([500, 500]);
    expect(follow([at(600, ...many)]).state?.quietEdges).toHaveLength(500);
    expect(follow([at(0), at(1, ...many)]).state?.quietEdges).toHaveLength(500);
  });
});

describe('a blocker that an alert has named', () => {
  const [a, b] = ['a>x', 'b>x'];
  const at = (value: number, ...edges: Edge[]): Look => ({ value, edges });
  it('is told to be gone, once, when it has been gone through two syncs', () => {
    expect(follow([at(0), at(3, a, b), at(3, a, b), at(3, b), at(3, b), at(3, b)]).freed).toEqual([`${a} 4`]);
  });
  it('is not gone when it comes back, nor within fifteen minutes', () => {
    expect(follow([at(0), at(3, a), at(3, a), at(3), at(3, a), at(3), at(3, a)]).freed).toEqual([]);
    expect(follow([at(0), at(3, a), at(3, a), at(3, a), at(3, a), at(3), at(3), at(3)], rule(3), 5 * minute).freed).toEqual([]);
  });
  it('is not gone because nobody could look', () => {
    expect(follow([at(0), at(3, a), at(3, a), '?', '?', '?']).freed).toEqual([]);
  });
  it('is watched after the alert is over', () => {
    expect(follow([at(0), at(3, a, b), at(3, a, b), at(1, b), at(1, b), at(1, b), at(0), at(0)]).freed).toEqual([`${a} 4`, `${b} 7`]);
  });
  it('and came while the alert was open counts too', () => {
    expect(follow([at(0), at(3, a), at(3, a), at(3, a, b), at(3, a), at(3, a)]).freed).toEqual([`${b} 5`]);
  });
  it('that no alert has named is nobody\u2019s news', () => {
    expect(follow([at(0), at(2, a), at(2, a), at(0), at(0), at(0)]).freed).toEqual([]);
  });
});

describe('a person\u2019s answer', () => {
  const raised = follow([0, 3, 3]).state as AlertState;
  const look = (state: AlertState | null, value: number, at: number) =>
    decideAlert(state, { state: 'known', at, value, edges: [], isBaseline: false }, at, rule(3));
  const start = 10 * day;

  it('of taking note changes nothing', () => {
    expect(decideAnswer(raised, { action: 'acknowledge' })).toBe(raised);
  });
  it('of putting it off keeps it still until then, and reminds once if it is still so', () => {
    const snoozed = decideAnswer(raised, { action: 'snooze', until: start + day });
    const before = look(snoozed, 3, start + day - 1);
    expect(before).toMatchObject({ notify: null, next: { snoozedUntil: start + day } });
    const after = look(before.next, 3, start + day);
    expect(after).toMatchObject({ notify: 'reminded', next: { phase: 'raised', snoozedUntil: null } });
    expect(look(after.next, 3, start + 2 * day).notify).toBeNull();
  });
  it('of putting it off keeps still that it is over', () => {
    const snoozed = decideAnswer(raised, { action: 'snooze', until: start + day });
    const first = look(snoozed, 0, start);
    const second = look(first.next, 0, start + 20 * minute);
    expect(second).toMatchObject({ notify: null, next: { phase: 'quiet', snoozedUntil: null } });
    expect(look(first.next, 0, start + 2 * day).notify).toBe('cleared');
  });
  it('of resolving lets it rest until it has been well', () => {
    const resolved = decideAnswer(decideAnswer(raised, { action: 'snooze', until: start }), { action: 'resolve' });
    expect(resolved).toMatchObject({ phase: 'known', turningSince: null, snoozedUntil: null });
    let state: AlertState | null = resolved;
    const told = [3, 9, 0, 0, 3, 3].map((value, k) => {
      const decision = look(state, value, start + k * 20 * minute);
      state = decision.next;
      return decision.notify;
    });
    expect(told).toEqual([null, null, null, null, null, 'raised']);
  });
  it.each(['snooze', 'resolve'] as const)('to what is not open is none: %s', (action) => {
    const quiet = follow([0, 0]).state as AlertState;
    expect(decideAnswer(quiet, { action, until: start })).toBe(quiet);
  });
});
