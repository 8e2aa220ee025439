import { describe, expect, it } from 'vitest';
import { totalsOf } from '../analysis/totals-of.fixture.ts';
import { analyzeStory, day, issue, link, storyClock } from '../facts/days.fixture.ts';

// b1 blocks a1 from day 1 on: while a1 lies in backlog until day 2, while it is unstarted until day 4, and while work goes on until day 8.
const a1 = issue('a1', 'A', { backlog: 0, unstarted: 2, started: 4, completed: 10 }, { project: 'p' });
// B accepts it on day 3 and begins on day 6.
const b1 = issue('b1', 'B', { triage: 0, unstarted: 3, started: 6, completed: 8 });
const c1 = issue('c1', 'C', { started: 0, completed: 5 }, { project: 'p' });

describe('from the day an issue is linked to the day its blocker is done', () => {
  const totals = () => {
    const plans = { initiatives: [{ id: 'x' }], projects: [{ id: 'p', initiatives: ['x'] }] };
    const dependencies = [link('b1', 'a1', 1), link('b1', 'c1', 2, 3)];
    const { company, analysis } = analyzeStory({ ...plans, issues: [a1, b1, c1], dependencies });
    return totalsOf(company, analysis, { fromDay: 0, toDay: 20, clock: storyClock, now: day(50) });
  };

  it('its team has held and dragged it, beside the time before, which is no wait', () => {
    // In play 2–10, held 2–4, dragging 4–8, blocked before 1–2.
    expect(totals().team('A')).toMatchObject({ inPlay: 8, held: 2, dragging: 4, blockedBeforePlay: 1 });
    expect(totals().team('B')).toMatchObject({ inPlay: 5, held: 0, dragging: 0, blockedBeforePlay: 0 });
  });

  it('the blocking team had it unaccepted, queued and in work, which add up to the wait', () => {
    // Unaccepted 2–3, queued 3–6, in work 6–8.
    expect(totals().pair('A', 'B')).toEqual({ waiting: 6, root: 6, unaccepted: 1, queued: 3, inWork: 2 });
  });

  it('its initiative waited while it was in play, each team for its own issues', () => {
    expect(totals().initiativeTeam('x', 'A')).toEqual({ inPlay: 8, waiting: 6 });
    expect(totals().initiativeTeam('x', 'C')).toEqual({ inPlay: 5, waiting: 1 });
  });
});
