import { describe, expect, it } from 'vitest';
import type { CompanyStory } from '../facts/build-company.ts';
import { analyzeStory, day, issue, link } from '../facts/days.fixture.ts';
import type { IntervalSet } from '../interval/interval-set.ts';
import { readPlay } from './read-play.ts';

const within = { project: 'p' };
const b1 = issue('b1', 'B', { started: 0, completed: 6 });

/** What was going on in the one initiative, in days. */
function playOf(issues: CompanyStory['issues'], dependencies: NonNullable<CompanyStory['dependencies']> = []) {
  const story = { initiatives: [{ id: 'x' }], projects: [{ id: 'p', initiatives: ['x'] }], issues, dependencies };
  const { offset, event } = analyzeStory(story).analysis.plays;
  const play = readPlay(event.subarray(offset[0], offset[1]));
  return {
    first: play.firstAt / day(1),
    last: play.lastAt / day(1),
    working: tell(play.working),
    waiting: tell(play.waiting),
    stalled: tell(play.stalled),
    inside: tell(play.waitingInside),
    completed: [...play.completedAt].map((at) => at / day(1)),
  };
}

const tell = ({ from, to }: IntervalSet) =>
  Array.from(from, (at, row) => `${at / day(1)}–${to[row] === Infinity ? '' : to[row]! / day(1)}`);

describe('in an initiative whose issues nothing blocks', () => {
  it('work goes on while an issue is started', () => {
    expect(playOf([issue('a1', 'A', { triage: 0, unstarted: 2, started: 4, completed: 7 }, within)])).toEqual({
      first: 2,
      last: 7,
      working: ['4–7'],
      waiting: [],
      stalled: [],
      inside: [],
      completed: [7],
    });
  });

  it('work goes on without a break where one issue takes over from another, and to this day', () => {
    const issues = [issue('a1', 'A', { started: 1, completed: 3 }, within), issue('a2', 'A', { started: 3 }, within)];
    expect(playOf(issues)).toMatchObject({ first: 1, last: 3, working: ['1–'], completed: [3] });
  });

  it('nothing happens before anything is in play', () => {
    expect(playOf([issue('a1', 'A', { triage: 0, backlog: 3 }, within)])).toMatchObject({
      first: Infinity,
      last: -Infinity,
      completed: [],
    });
  });

  it('nothing happens where an issue only moves to another team', () => {
    expect(playOf([issue('a1', { 0: 'A', 5: 'B' }, { unstarted: 1 }, within)])).toMatchObject({ first: 1, last: 1, working: [] });
  });

  it('an issue may be completed that was never in play', () => {
    const played = playOf([issue('a1', 'A', { backlog: 0, completed: 3 }, within)]);
    expect(played).toMatchObject({ first: Infinity, last: 3, working: [], completed: [3] });
  });

  it('an issue may be completed while it is archived', () => {
    expect(playOf([issue('a1', 'A', { started: 0, completed: 4 }, { ...within, closedAt: day(2) })])).toMatchObject({
      last: 4,
      working: ['0–2'],
      completed: [4],
    });
  });

  it('what happens in others is not told', () => {
    expect(playOf([issue('a1', 'A', { started: 0, completed: 2 })])).toMatchObject({ first: Infinity, last: -Infinity, completed: [] });
  });
});

describe('in an initiative whose issues are blocked', () => {
  it('work stands still while its only issue waits', () => {
    const a1 = issue('a1', 'A', { unstarted: 0, started: 2, completed: 10 }, within);
    expect(playOf([a1, b1], [link('b1', 'a1', 1)])).toEqual({
      first: 0,
      last: 10,
      working: ['6–10'],
      waiting: ['1–6'],
      stalled: ['1–6'],
      inside: [],
      completed: [10],
    });
  });

  it('an issue waits without a break while work on it begins', () => {
    expect(playOf([issue('a1', 'A', { unstarted: 0, started: 2 }, within), b1], [link('b1', 'a1', 0)])).toMatchObject({
      last: 6,
      working: ['6–'],
      waiting: ['0–6'],
    });
  });

  it('nothing waits before it is in play', () => {
    const a1 = issue('a1', 'A', { backlog: 0, unstarted: 4 }, within);
    expect(playOf([a1, b1], [link('b1', 'a1', 1)])).toMatchObject({ first: 4, last: 6, working: [], waiting: ['4–6'], stalled: ['4–6'] });
  });

  it('work does not stand still while another issue moves, and does once that one is done', () => {
    const a1 = issue('a1', 'A', { started: 0 }, within);
    const a2 = issue('a2', 'A', { unstarted: 0, completed: 3 }, within);
    const dependencies = [link('b1', 'a1', 1), link('b1', 'a2', 0, 1)];
    expect(playOf([a1, a2, b1], dependencies)).toMatchObject({ working: ['0–1', '6–'], waiting: ['0–6'], stalled: ['3–6'] });
  });

  it('of an issue completed while it waits both are told', () => {
    const a1 = issue('a1', 'A', { started: 0, completed: 4 }, within);
    expect(playOf([a1, b1], [link('b1', 'a1', 1)])).toMatchObject({ last: 4, working: ['0–1'], waiting: ['1–4'], completed: [4] });
  });

  it('a blocked issue may be completed from backlog', () => {
    const a1 = issue('a1', 'A', { backlog: 0, completed: 4 }, within);
    expect(playOf([a1, b1], [link('b1', 'a1', 1)])).toMatchObject({ first: Infinity, last: 4, waiting: [], completed: [4] });
  });

  it('a millisecond counts', () => {
    const a1 = issue('a1', 'A', { started: 0, completed: 1 / day(1) }, within);
    expect(playOf([a1, b1], [link('b1', 'a1', 3)])).toMatchObject({ working: [`0–${1 / day(1)}`], completed: [1 / day(1)] });
  });

  it('work may be taken up again and again', () => {
    const times = Array.from({ length: 30 }, (_, k) => k);
    const again = times.flatMap((k) => [
      { at: day(k), category: 'started' as const },
      { at: day(k + 0.5), category: 'completed' as const },
    ]);
    const a1 = { ...issue('a1', 'A', { started: 0 }, within), statuses: again };
    expect(playOf([a1, b1], [link('b1', 'a1', 2, 2.25)])).toMatchObject({
      working: times.map((k) => (k === 2 ? '2.25–2.5' : `${k}–${k + 0.5}`)),
      waiting: ['2–2.25'],
      completed: times.map((k) => k + 0.5),
    });
  });
});

describe('an issue blocked by another of its own team', () => {
  const a1 = issue('a1', 'A', { unstarted: 0, started: 2 }, within);

  it('goes on, and is blocked inside while that one is open', () => {
    const a2 = issue('a2', 'A', { triage: 0, unstarted: 3, started: 4, completed: 5 });
    expect(playOf([a1, a2], [link('a2', 'a1', 1)])).toMatchObject({ working: ['2–'], waiting: [], stalled: [], inside: ['1–5'] });
  });

  it('is blocked again when that one is reopened, until the link is removed', () => {
    const a2 = issue('a2', 'A', { started: 0, completed: 3 });
    const reopened = { ...a2, statuses: [...a2.statuses, { at: day(5), category: 'started' as const }] };
    expect(playOf([a1, reopened], [link('a2', 'a1', 1, 8)])).toMatchObject({ inside: ['1–3', '5–8'] });
  });

  it('waits instead from when that one moves to another team', () => {
    const a2 = issue('a2', { 0: 'A', 4: 'B' }, { started: 0, completed: 6 });
    expect(playOf([a1, a2], [link('a2', 'a1', 1)])).toMatchObject({ working: ['2–4', '6–'], waiting: ['4–6'], inside: ['1–4'] });
  });

  it('is blocked inside from when it is in play itself, and as long', () => {
    const later = issue('a1', 'A', { backlog: 0, started: 3, completed: 7 }, within);
    expect(playOf([later, issue('a2', 'A', { started: 0 })], [link('a2', 'a1', 1)])).toMatchObject({ inside: ['3–7'] });
  });

  it('is not before one of them was there, nor where their team is not known', () => {
    const dependencies = [link('a2', 'a1', 1)];
    expect(playOf([a1, issue('a2', 'A', { started: 5 })], dependencies)).toMatchObject({ inside: ['5–'] });
    expect(playOf([issue('a1', 'A', { started: 5 }, within), issue('a2', 'A', { started: 0 })], dependencies)).toMatchObject({
      inside: ['5–'],
    });
    const [nobodys, another] = [issue('a1', null, { started: 0 }, within), issue('a2', null, { started: 0 })];
    expect(playOf([nobodys, another], dependencies)).toMatchObject({ inside: [] });
  });
});
