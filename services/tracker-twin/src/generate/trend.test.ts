import { describe, expect, it } from 'vitest';
import { isClosed } from '../company/enter-state.ts';
import type { Issue, IssueRelation } from '../company/issue.ts';
import { generateCompany } from './generate-company.ts';

const TODAY = Date.parse('2026-11-20T12:00:00Z');
const DAY_MS = 86_400_000;
const company = generateCompany({ seed: 7, issues: 3000, today: TODAY });
const links = [...company.relations.all, ...company.removedRelations].filter(({ type }) => type === 'blocks');

describe('the tax of the made-up company', () => {
  it('grew with the re-organisation ten months ago, and stays bearable', () => {
    const before = sampleTax(540, 320);
    const after = sampleTax(240, 20);
    expect(before).toBeGreaterThan(0.02);
    expect(after).toBeGreaterThan(before * 1.2);
    expect(after).toBeLessThan(0.5);
  });

  it('fell for the pair that was taken apart', () => {
    const shareOfLinked = (fromDaysAgo: number, toDaysAgo: number) => {
      const isThen = ({ createdAt }: { createdAt: number }) =>
        createdAt >= TODAY - fromDaysAgo * DAY_MS && createdAt < TODAY - toDaysAgo * DAY_MS;
      const issues = company.issues.all.filter((issue) => issue.team.key === 'CHK' && isThen(issue));
      const linked = links.filter(
        (link) => link.issue.team.key === 'PAY' && link.relatedIssue.team.key === 'CHK' && isThen(link.relatedIssue),
      );
      return linked.length / issues.length;
    };
    expect(shareOfLinked(300, 120)).toBeGreaterThan(2 * shareOfLinked(120, 0));
  });
});

/** Of the issues in play on a day, the share that waits on another team; over every fifth day. */
function sampleTax(fromDaysAgo: number, toDaysAgo: number): number {
  let inPlay = 0;
  let waiting = 0;
  for (let daysAgo = fromDaysAgo; daysAgo >= toDaysAgo; daysAgo -= 5) {
    const at = TODAY - daysAgo * DAY_MS;
    const waiters = new Set(links.filter((link) => isInForce(link, at)).map(({ relatedIssue }) => relatedIssue));
    inPlay += company.issues.all.filter((issue) => isInPlay(issue, at)).length;
    waiting += [...waiters].filter((issue) => isInPlay(issue, at)).length;
  }
  return waiting / inPlay;
}

function isInForce({ issue: blocker, relatedIssue, createdAt, removedAt }: IssueRelation, at: number): boolean {
  const state = stateAt(blocker, at);
  return createdAt <= at && at < (removedAt ?? TODAY) && blocker.team !== relatedIssue.team && state !== undefined && !isClosed(state);
}

function isInPlay(issue: Issue, at: number): boolean {
  const type = stateAt(issue, at)?.type;
  return type === 'unstarted' || type === 'started';
}

function stateAt({ stateSpans }: Issue, at: number) {
  return stateSpans.find(({ startedAt, endedAt }) => startedAt <= at && at < (endedAt ?? TODAY))?.state;
}
