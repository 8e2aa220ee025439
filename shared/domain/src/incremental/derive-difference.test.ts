import { describe, expect, it } from 'vitest';
import { measuresOf } from '../analysis/analysis.ts';
import type { CompanyStory } from '../facts/build-company.ts';
import { analyzeStory, day, issue, link } from '../facts/days.fixture.ts';
import { deriveDifference } from './derive-difference.ts';
import { type ExactMs, exactZero, isZero } from './exact-ms.ts';

const a1 = issue('a1', 'A', { started: 0, completed: 4 }, { project: 'p' });
const b1 = issue('b1', 'B', { started: 0 });
const plans = { teams: ['A', 'B', 'C'], initiatives: [{ id: 'x' }], projects: [{ id: 'p', initiatives: ['x'] }] };

/** What differs between two tellings of a company. `now`: a day. */
function differenceOf(was: CompanyStory, is: CompanyStory, now = 10) {
  return deriveDifference(analyzeStory({ ...plans, ...was }, now), analyzeStory({ ...plans, ...is }, now));
}

const inDays = ({ ms, units }: ExactMs): number => (ms + units / 720_720) / day(1);

/** As `pair A B, day 2: waitingMs 1, rootMs 1`: by how many days the measures differ that do. */
const tellSums = ({ sums }: ReturnType<typeof differenceOf>): string[] =>
  sums.map(({ subject, aId, bId, day: on, values }) => {
    const differing = measuresOf[subject].flatMap((measure, m) => (isZero(values[m]!) ? [] : `${measure} ${inDays(values[m]!)}`));
    return `${subject} ${[aId, bId].filter((id) => id !== null).join(' ')}, day ${on}: ${differing.join(', ')}`;
  });

/** As `pair A B, waitingMs since day 2: 1, 0 in`: how many more run, and how much later in that day they began, summed. In any order. */
const tellOpenSums = ({ openSums }: ReturnType<typeof differenceOf>): string[] =>
  openSums
    .map(({ subject, aId, bId, measure, sinceDay, weight, offset }) => {
      const of = [aId, bId].filter((id) => id !== null).join(' ');
      const running = weight.ms + weight.units / 720_720;
      return `${subject} ${of}, ${measuresOf[subject][measure]} since day ${sinceDay}: ${running}, ${inDays(offset)} in`;
    })
    .sort();

describe('between a company and itself', () => {
  it('nothing differs', () => {
    const story = { issues: [a1, b1], dependencies: [link('b1', 'a1', 1)] };
    const { rows, sums, openSums, initiatives } = differenceOf(story, story);
    expect(Object.values(rows).flatMap(({ gone, come }) => [...gone, ...come])).toEqual([]);
    expect([sums, openSums, initiatives]).toEqual([[], [], []]);
  });
});

describe('when a link comes to be known', () => {
  const linked = { issues: [a1, b1], dependencies: [link('b1', 'a1', 2)] };
  const found = differenceOf({ issues: [a1, b1] }, linked);
  const { rows } = found;

  it('the wait comes, and nothing goes', () => {
    expect(rows.waits.gone).toEqual([]);
    expect(rows.waits.come).toMatchObject([{ issueId: 'a1', from: day(2), to: day(4), blockingTeamId: 'B' }]);
    expect(rows.episodes).toMatchObject({ gone: [], come: [{ issueId: 'a1', from: day(2), to: day(4) }] });
  });

  it('what was completed is known to have waited', () => {
    expect([rows.completions.gone, rows.completions.come]).toMatchObject([[{ waited: false }], [{ waited: true }]]);
  });

  it('each day has so much more, and days without the wait have nothing', () => {
    // Two days, 2 and 3: all of A's work drags, on B, which is in work and its own root; x waits for A.
    expect(tellSums(found)).toEqual([
      'team A, day 2: draggingMs 1',
      'team A, day 3: draggingMs 1',
      'pair A B, day 2: waitingMs 1, rootMs 1, inWorkMs 1',
      'pair A B, day 3: waitingMs 1, rootMs 1, inWorkMs 1',
      'initiativeTeam x A, day 2: waitingMs 1',
      'initiativeTeam x A, day 3: waitingMs 1',
    ]);
  });

  it('the initiative begins and ceases to wait, with as many issues as before', () => {
    expect(found.initiatives).toMatchObject([{ initiativeId: 'x', issues: 0, openIssues: 0 }]);
    // Day 4 goes on being that of the completion, of an issue that waits now.
    expect([found.initiatives[0]!.gone.length, found.initiatives[0]!.come.length]).toEqual([1, 2]);
  });

  it('it is the other way round when it turns out never to have been', () => {
    const undone = differenceOf(linked, { issues: [a1, b1] });
    expect(undone.rows.waits).toEqual({ gone: rows.waits.come, come: [] });
    expect(tellSums(undone)).toEqual(tellSums(found).map((told) => told.replaceAll('Ms 1', 'Ms -1')));
    expect(undone.initiatives).toEqual([{ ...found.initiatives[0]!, gone: found.initiatives[0]!.come, come: found.initiatives[0]!.gone }]);
  });
});

describe('what lasts to this day', () => {
  const a2 = issue('a2', 'A', { started: 0 }, { project: 'p' });
  const waits = (...froms: number[]) => ({ issues: [a2, b1], dependencies: froms.map((from) => link('b1', 'a2', from)) });

  it('begins on another day', () => {
    // From the noon of day 2 on instead of day 1: a day and a half less, and that growing as before.
    expect(tellOpenSums(differenceOf(waits(1), waits(2.5)))).toEqual([
      'initiativeTeam x A, waitingMs since day 1: -1, 0 in',
      'initiativeTeam x A, waitingMs since day 2: 1, 0.5 in',
      'pair A B, inWorkMs since day 1: -1, 0 in',
      'pair A B, inWorkMs since day 2: 1, 0.5 in',
      'pair A B, rootMs since day 1: -1, 0 in',
      'pair A B, rootMs since day 2: 1, 0.5 in',
      'pair A B, waitingMs since day 1: -1, 0 in',
      'pair A B, waitingMs since day 2: 1, 0.5 in',
      'team A, draggingMs since day 1: -1, 0 in',
      'team A, draggingMs since day 2: 1, 0.5 in',
    ]);
  });

  it('begins at another time of its day: as many run, but later', () => {
    expect(tellOpenSums(differenceOf(waits(1), waits(1.25))).at(-1)).toBe('team A, draggingMs since day 1: 0, 0.25 in');
  });

  it('is one more of those that began that day', () => {
    const a3 = issue('a3', 'A', { started: 0 }, { project: 'p' });
    const more = { issues: [a2, a3, b1], dependencies: [link('b1', 'a2', 1), link('b1', 'a3', 1.5)] };
    expect(tellOpenSums(differenceOf({ ...more, dependencies: [link('b1', 'a2', 1)] }, more)).at(-1)).toBe(
      'team A, draggingMs since day 1: 1, 0.5 in',
    );
  });

  it('ends', () => {
    const ended = differenceOf(waits(1), { ...waits(), dependencies: [link('b1', 'a2', 1, 3)] });
    expect(ended.rows.waits).toMatchObject({ gone: [{ to: Infinity }], come: [{ to: day(3) }] });
    expect(tellSums(ended).slice(0, 2)).toEqual(['team A, day 1: draggingMs 1', 'team A, day 2: draggingMs 1']);
    expect(tellOpenSums(ended).at(-1)).toBe('team A, draggingMs since day 1: -1, 0 in');
  });

  it('is shared by one team more', () => {
    const c1 = issue('c1', 'C', { started: 0 });
    const shared = { issues: [a2, b1, c1], dependencies: [link('b1', 'a2', 1), link('c1', 'a2', 1)] };
    const half = differenceOf({ ...shared, dependencies: [link('b1', 'a2', 1)] }, shared);
    expect(tellOpenSums(half).filter((told) => told.includes('waitingMs'))).toEqual([
      'pair A B, waitingMs since day 1: -0.5, 0 in',
      'pair A C, waitingMs since day 1: 0.5, 0 in',
    ]);
  });
});

describe('an initiative', () => {
  const elsewhere = { ...plans, initiatives: [{ id: 'x' }, { id: 'y' }], projects: [{ id: 'p', initiatives: ['y'] }] };

  it('has an issue more, which is open or not', () => {
    const open = issue('a2', 'A', { backlog: 0 }, { project: 'p' });
    expect(differenceOf({ issues: [a1] }, { issues: [a1, open] }).initiatives).toEqual([
      { initiativeId: 'x', gone: [], come: [], issues: 1, openIssues: 1 },
    ]);
    expect(differenceOf({ issues: [a1, open] }, { issues: [a1] }).initiatives).toEqual([
      { initiativeId: 'x', gone: [], come: [], issues: -1, openIssues: -1 },
    ]);
  });

  it('has an issue less, and another one has it', () => {
    const [x, y] = differenceOf({ ...elsewhere, ...plans, issues: [a1] }, { ...elsewhere, issues: [a1] }).initiatives;
    expect([x, y]).toMatchObject([
      { initiativeId: 'x', come: [], issues: -1, openIssues: 0 },
      { initiativeId: 'y', gone: [], issues: 1, openIssues: 0 },
    ]);
    expect(y!.come).toEqual(x!.gone);
    expect(y!.come).toHaveLength(2);
  });

  it('may open an issue again, so that it has as many, but one more that is open', () => {
    const again = { ...a1, statuses: [...a1.statuses, { at: day(7), category: 'backlog' as const }] };
    expect(differenceOf({ issues: [a1] }, { issues: [again] }).initiatives).toEqual([
      { initiativeId: 'x', gone: [], come: [], issues: 0, openIssues: 1 },
    ]);
  });

  it('may have two issues begin at once, of which one turns out not to be its own', () => {
    const a2 = issue('a2', 'A', { started: 0 }, { project: 'p' });
    const [one] = differenceOf({ issues: [a2, { ...a2, id: 'a3' }] }, { issues: [a2, { ...a2, id: 'a3', project: null }] }).initiatives;
    expect(one).toMatchObject({ come: [], issues: -1 });
    expect(one!.gone).toHaveLength(1);
  });
});

describe('of a flagged issue', () => {
  it('what was told before it turned out to be flagged differs by team and by initiative', () => {
    const a2 = issue('a2', 'A', { started: 0, completed: 3 }, { project: 'p' });
    const flagged = { ...a2, flagged: [{ at: day(1), flagged: true }] };
    const found = differenceOf({ issues: [a2] }, { issues: [flagged] });
    expect(found.rows.flagged.come).toMatchObject([{ issueId: 'a2', from: day(1), to: day(3) }]);
    // Days 1 and 2.
    expect(tellSums(found)).toEqual([
      'team A, day 1: flaggedMs 1',
      'team A, day 2: flaggedMs 1',
      'initiativeFlag x, day 1: flaggedMs 1',
      'initiativeFlag x, day 2: flaggedMs 1',
    ]);
  });
});

describe('a day', () => {
  it('that only one of the two knows differs by all it has', () => {
    const longer = issue('a1', 'A', { started: 0, completed: 5 });
    const shorter = issue('a1', 'A', { started: 0, completed: 4 });
    expect(tellSums(differenceOf({ issues: [shorter] }, { issues: [longer] }))).toEqual(['team A, day 4: inPlayMs 1']);
    expect(tellSums(differenceOf({ issues: [longer] }, { issues: [shorter] }))).toEqual(['team A, day 4: inPlayMs -1']);
  });

  it('that is shared by three teams differs by exactly as much as it has', () => {
    const blockers = [b1, issue('c1', 'C', { started: 0 }), issue('d1', 'D', { started: 0 })];
    const dependencies = blockers.map(({ id }) => link(id, 'a1', 3));
    const story = { teams: ['A', 'B', 'C', 'D'], issues: [a1, ...blockers] };
    const { sums } = differenceOf({ ...story, dependencies: dependencies.slice(0, 2) }, { ...story, dependencies });
    const ofPairs = sums.filter(({ subject }) => subject === 'pair').map(({ bId, values }) => [bId, values[0]]);
    // A third of a day instead of a half, of which there are whole milliseconds.
    expect(ofPairs).toEqual([
      ['B', { ms: -day(1) / 6, units: 0 }],
      ['C', { ms: -day(1) / 6, units: 0 }],
      ['D', { ms: day(1) / 3, units: 0 }],
    ]);
  });

  it('has no more than a millisecond shared by three: a third of it, in units', () => {
    const moment = issue('a1', 'A', { started: 0, completed: 1 / day(1) });
    const blockers = [b1, issue('c1', 'C', { started: 0 }), issue('d1', 'D', { started: 0 })];
    const story = { teams: ['A', 'B', 'C', 'D'], issues: [moment, ...blockers] };
    const { sums } = differenceOf(story, { ...story, dependencies: blockers.map(({ id }) => link(id, 'a1', 0)) });
    expect(sums.find(({ subject, bId }) => subject === 'pair' && bId === 'D')?.values).toEqual([
      { ms: 0, units: 240_240 },
      { ms: 0, units: 240_240 },
      exactZero,
      exactZero,
      { ms: 0, units: 240_240 },
    ]);
  });
});
