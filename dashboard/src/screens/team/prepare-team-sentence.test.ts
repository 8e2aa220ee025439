import { describe, expect, it } from 'vitest';
import { resolveRange } from '../../address/range.ts';
import { sentenceText } from '../../parts/sentence.tsx';
import { days, makePair, makeSpeedTax, makeTeamTax } from '../../parts/story.ts';
import { prepareTeamSentence } from './prepare-team-sentence.ts';

const range = resolveRange({ preset: 'last-quarter' }, '2026-05-10');
const payments = makeTeamTax('Payments', { inPlayMs: days(200), waitingMs: days(41) });
const platform = makeTeamTax('Platform', { inPlayMs: days(100), imposedMs: days(41) });
const tax = makeSpeedTax([payments, platform], [makePair('Payments', 'Platform', days(27)), makePair('Payments', 'Identity', days(14))]);

describe('the sentence about a team', () => {
  it('tells what it lost, on whom, and how that compares', () => {
    const before = makeTeamTax('Payments', { inPlayMs: days(200), waitingMs: days(61.5) });
    expect(sentenceText(prepareTeamSentence({ team: payments, tax, before, range, view: {} }))).toBe(
      'Payments lost 41 issue-days to waiting last quarter, two thirds of it on Platform; a third less than the quarter before.',
    );
  });

  it('compares with nothing where the team had no figures before', () => {
    expect(sentenceText(prepareTeamSentence({ team: payments, tax, before: undefined, range, view: {} }))).not.toContain(';');
  });

  it('says of a team that paid nothing what it imposed', () => {
    expect(sentenceText(prepareTeamSentence({ team: platform, tax, before: undefined, range, view: {} }))).toBe(
      'Platform waited on no other team last quarter; it kept others waiting for 41 issue-days.',
    );
  });

  it('does not call nothing in play a tax of zero', () => {
    const idle = makeTeamTax('Archive');
    expect(sentenceText(prepareTeamSentence({ team: idle, tax, before: undefined, range, view: {} }))).toContain('had nothing in play');
  });
});
