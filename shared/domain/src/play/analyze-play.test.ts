import { describe, expect, it } from 'vitest';
import { analyzeStory, day, issue, link, storyClock } from '../facts/days.fixture.ts';
import { analyzePlay } from './analyze-play.ts';

const within = { project: 'p' };
const plans = { initiatives: [{ id: 'x' }], projects: [{ id: 'p', initiatives: ['x'] }] };

describe('the play of an initiative, read alone', () => {
  it('says what the analysis of the whole company says of it', () => {
    // a1 waits from the noon of day 1 to day 3, and again from day 4 on to this day; a2 moves until the noon of day 2.
    const a1 = issue('a1', 'A', { started: 0 }, within);
    const a2 = issue('a2', 'A', { started: 0, completed: 2.5 }, within);
    const issues = [a1, a2, issue('b1', 'B', { started: 0 })];
    const { analysis } = analyzeStory({ ...plans, issues, dependencies: [link('b1', 'a1', 1.5, 3), link('b1', 'a1', 4)] });
    const { play, sums, openSums } = analyzePlay(storyClock, analysis.plays.event);
    expect([play.firstAt, play.lastAt, [...play.completedAt]]).toEqual([day(0), day(4), [day(2.5)]]);
    const [clockWaiting, stalled] = sums.values.map((column) => [...column].map((ms) => ms / day(1)));
    // Day 1 and day 2: half a day and a whole one of waiting, of which the noon of day 2 on stands still.
    expect([[...sums.day], clockWaiting, stalled]).toEqual([
      [1, 2],
      [0.5, 1],
      [0, 0.5],
    ]);
    expect(sums).toEqual(analysis.sums.initiative);
    expect([[...openSums.sinceDay], [...openSums.weight]]).toEqual([
      [4, 4],
      [1, 1],
    ]);
    expect(openSums).toEqual(analysis.openSums.initiative);
  });
});
