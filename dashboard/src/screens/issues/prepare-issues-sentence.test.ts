import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../parts/sentence.tsx';
import { days, makePair, makeSpeedTax, makeTeamTax } from '../../parts/story.ts';
import { prepareIssuesSentence } from './prepare-issues-sentence.ts';

const tax = makeSpeedTax(
  [
    makeTeamTax('Checkout', { inPlayMs: days(90), waitingMs: days(70), issuesWaited: 9, flaggedMs: days(12) }),
    makeTeamTax('Platform', { imposedMs: days(60) }),
  ],
  [makePair('Checkout', 'Platform', days(60), 7)],
);
const base = { tax, initiative: undefined, range: { words: 'the last 90 days' }, view: {} };

describe('the sentence over a list of issues', () => {
  it('tells the figure of the pair that the list adds up to', () => {
    const parts = prepareIssuesSentence({ ...base, filter: { teamId: 'Checkout', blockingTeamId: 'Platform' } });
    expect(sentenceText(parts)).toBe('Checkout waited 60 issue-days on Platform in the last 90 days, in 7 issues.');
  });

  it('tells the figure of one team', () => {
    expect(sentenceText(prepareIssuesSentence({ ...base, filter: { teamId: 'Checkout' } }))).toBe(
      'Checkout waited 70 issue-days on others in the last 90 days, in 9 issues.',
    );
  });

  it('claims no figure that is not counted anywhere', () => {
    expect(sentenceText(prepareIssuesSentence({ ...base, filter: { blockingTeamId: 'Platform' } }))).toBe(
      'Teams waited on Platform in the last 90 days in these issues.',
    );
  });

  it('tells flagged time beside the tax', () => {
    expect(sentenceText(prepareIssuesSentence({ ...base, filter: { teamId: 'Checkout', flagged: true } }))).toBe(
      'Issues of Checkout were flagged for 12 issue-days in the last 90 days while no dependency on another team said why.',
    );
    const initiative = { initiativeId: 'i', name: 'Launch' };
    expect(sentenceText(prepareIssuesSentence({ ...base, initiative, filter: { initiativeId: 'i', flagged: true } }))).toBe(
      'Issues for Launch that were flagged in the last 90 days while no dependency on another team said why.',
    );
  });

  it('speaks of now where only open waits are asked for', () => {
    expect(sentenceText(prepareIssuesSentence({ ...base, filter: { teamId: 'Checkout', now: true } }))).toBe(
      'Issues of Checkout that wait now on others, the oldest first.',
    );
  });
});
