import { describe, expect, it } from 'vitest';
import { type IssueLink, makeReach } from './reach.ts';

/** Links as `b1→a1`: b1 blocks a1. */
const read = (links: string): IssueLink[] =>
  links.split(' ').map((told) => ({ blocker: told.split('→')[0]!, blocked: told.split('→')[1]! }));

/** What was asked, as `blocker: a1 a2` for the links in which these are the blockers, and what came to be known. */
function reachOf(touched: string[], told: string) {
  const links = read(told);
  const reach = makeReach(touched);
  const asked: string[] = [];
  for (let question = reach.next(); question !== undefined; question = reach.next()) {
    const { side, issues } = question;
    asked.push(`${side}: ${issues.join(' ')}`);
    reach.add(links.filter((each) => issues.includes(each[side])));
  }
  return { asked, issues: [...reach.issues].sort().join(' ') };
}

describe('a change of an issue reaches', () => {
  it('itself, if no link is known of it', () => {
    expect(reachOf(['a1'], 'x→y')).toEqual({ asked: ['blocker: a1', 'blocked: a1'], issues: 'a1' });
  });

  it('nothing, if no issue was touched', () => {
    expect(reachOf([], 'x→y')).toEqual({ asked: [], issues: '' });
  });

  it('all that it blocks, on and on, with all that blocks these', () => {
    // a1 blocks b1, which blocks c1. d1 blocks c1, and e1 blocks d1.
    expect(reachOf(['a1'], 'a1→b1 b1→c1 d1→c1 e1→d1')).toEqual({
      asked: ['blocker: a1', 'blocker: b1', 'blocker: c1', 'blocked: a1', 'blocked: b1 c1', 'blocked: d1', 'blocked: e1'],
      issues: 'a1 b1 c1 d1 e1',
    });
  });

  it('what its blockers block beside it, and nothing beyond', () => {
    // b1 blocks a1 and a2; a2 blocks a3; d1 blocks a2.
    expect(reachOf(['a1'], 'b1→a1 b1→a2 a2→a3 d1→a2')).toEqual({
      asked: ['blocker: a1', 'blocked: a1', 'blocker: b1', 'blocked: b1'],
      issues: 'a1 a2 b1',
    });
  });

  it('not what the blockers of those further down block beside them', () => {
    // a1 blocks b1, as d1 does; d1 blocks e1 too.
    expect(reachOf(['a1'], 'a1→b1 d1→b1 d1→e1').issues).toBe('a1 b1 d1');
  });

  it('round a circle once', () => {
    expect(reachOf(['a1'], 'a1→b1 b1→a1')).toEqual({
      asked: ['blocker: a1', 'blocker: b1', 'blocked: a1', 'blocked: b1'],
      issues: 'a1 b1',
    });
  });
});
