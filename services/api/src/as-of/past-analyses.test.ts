import { describe, expect, it } from 'vitest';
import { makePastAnalyses, type PastAnalysis } from './past-analyses.ts';

const pastOf = (issues: number) => ({ company: { ids: { issues: Array.from({ length: issues }, String) } } }) as unknown as PastAnalysis;

/** A question that is answered when told. */
function makeQuestion() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const question = {
    begun: false,
    answer: resolve,
    run: () => {
      question.begun = true;
      return promise;
    },
  };
  return question;
}

describe('questions about the past', () => {
  it('are answered two at a time, in the order in which they came', async () => {
    const past = makePastAnalyses();
    const [first, second, third, fourth] = [makeQuestion(), makeQuestion(), makeQuestion(), makeQuestion()];
    const answers = [first, second, third, fourth].map((question) => past.inTurn(question.run));
    const begun = () => [first, second, third, fourth].map((question) => question.begun);
    expect(begun()).toEqual([true, true, false, false]);
    second.answer();
    await answers[1];
    expect(begun()).toEqual([true, true, true, false]);
    for (const question of [first, third, fourth]) question.answer();
    await Promise.all(answers);
    expect(begun()).toEqual([true, true, true, true]);
  });

  it('make room when they fail', async () => {
    const past = makePastAnalyses();
    for (let k = 0; k < 5; k++) await expect(past.inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(past.inTurn(async () => 'yes')).resolves.toBe('yes');
  });

  it('are refused where twenty wait', async () => {
    const past = makePastAnalyses();
    const questions = Array.from({ length: 22 }, makeQuestion);
    const answers = questions.map((question) => past.inTurn(question.run));
    await expect(past.inTurn(makeQuestion().run)).rejects.toMatchObject({ status: 503, code: 'busy' });
    for (const question of questions) question.answer();
    await Promise.all(answers);
  });
});

describe('analyses of the past', () => {
  const countMade = async (keys: string[], issues: number) => {
    const past = makePastAnalyses();
    const made: string[] = [];
    const make = async (key: string) => {
      made.push(key);
      return pastOf(issues);
    };
    for (const key of keys) await past.findOrMake(key, () => make(key));
    return made;
  };

  it('are kept, the last four of them', async () => {
    expect(await countMade(['a', 'b', 'a', 'c', 'd', 'a', 'e', 'a', 'b'], 10)).toEqual(['a', 'b', 'c', 'd', 'e', 'b']);
  });

  it('are fewer where companies are large', async () => {
    expect(await countMade(['a', 'b', 'a', 'b'], 90_000)).toEqual(['a', 'b']);
    expect(await countMade(['a', 'b', 'a', 'b'], 150_000)).toEqual(['a', 'b', 'a', 'b']);
  });
});
