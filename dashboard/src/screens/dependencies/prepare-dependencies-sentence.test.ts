import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../parts/sentence.tsx';
import { days, makePair, makeSpeedTax, makeTeamTax } from '../../parts/story.ts';
import { prepareDependenciesSentence } from './prepare-dependencies-sentence.ts';

const teams = ['A', 'B', 'C'].map((name) => makeTeamTax(name));
const range = { words: 'the last 90 days' };

describe('the sentence over the matrix', () => {
  it('tells how few pairs make most of the waiting, and the heaviest', () => {
    const tax = makeSpeedTax(teams, [makePair('A', 'B', days(2)), makePair('C', 'B', days(6)), makePair('B', 'C', days(2))]);
    expect(sentenceText(prepareDependenciesSentence(tax, range, {}))).toBe(
      '1 of 3 pairs of teams makes three fifths of all waiting in the last 90 days; the heaviest is C on B, 6 issue-days.',
    );
  });

  it('does not count pairs that have root time only', () => {
    const tax = makeSpeedTax(teams, [{ ...makePair('A', 'B', 0), rootMs: days(3) }]);
    expect(sentenceText(prepareDependenciesSentence(tax, range, {}))).toBe('No team waited on another in the last 90 days.');
  });
});
