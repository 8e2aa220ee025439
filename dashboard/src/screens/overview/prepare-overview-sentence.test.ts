import { describe, expect, it } from 'vitest';
import { resolveRange } from '../../address/range.ts';
import { sentenceText } from '../../parts/sentence.tsx';
import { days, makeSpeedTax, makeTeamTax } from '../../parts/story.ts';
import { prepareOverviewSentence } from './prepare-overview-sentence.ts';

const range = resolveRange({ preset: '90d' }, '2026-05-10');
const none = makeSpeedTax([]);
const tax = makeSpeedTax([
  makeTeamTax('Payments', { inPlayMs: days(900), waitingMs: days(312), imposedMs: days(156) }),
  makeTeamTax('Platform', { inPlayMs: days(100), imposedMs: days(156.5) }),
]);
const say = (now: typeof tax, before: typeof tax) =>
  sentenceText(prepareOverviewSentence({ organization: 'Northwind', tax: now, before, range, view: {} }));

describe('the sentence over the company', () => {
  it('tells what was lost, on whom most of it, and how that compares', () => {
    const before = makeSpeedTax([makeTeamTax('Payments', { inPlayMs: days(900), waitingMs: days(468) })]);
    expect(say(tax, before)).toBe(
      'Northwind lost 312 issue-days to waiting in the last 90 days, half of it on Platform; a third less than the 90 days before.',
    );
  });

  it('compares with nothing where nothing was in play before', () => {
    expect(say(tax, none)).toBe('Northwind lost 312 issue-days to waiting in the last 90 days, half of it on Platform.');
  });

  it('tells a company that never waited from one in which nothing was in play', () => {
    expect(say(makeSpeedTax([makeTeamTax('Payments', { inPlayMs: days(9) })]), none)).toBe(
      'No team at Northwind waited on another in the last 90 days.',
    );
    expect(say(none, none)).toContain('so there is no speed tax to tell');
  });
});
