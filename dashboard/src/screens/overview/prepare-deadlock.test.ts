import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../parts/sentence.tsx';
import { makeIssueRef } from '../../parts/story.ts';
import { prepareDeadlock } from './prepare-deadlock.ts';

describe('the line about a deadlock', () => {
  it('is absent where no issues wait on each other', () => {
    expect(prepareDeadlock([], {})).toEqual([]);
  });

  it('names the issues, and counts those it has no room for', () => {
    const issues = Array.from({ length: 10 }, (_, index) => makeIssueRef({ issueId: `i${index}`, key: `PAY-${index}` }));
    expect(sentenceText(prepareDeadlock(issues, {}))).toContain('PAY-7 and 2 more.');
  });
});
