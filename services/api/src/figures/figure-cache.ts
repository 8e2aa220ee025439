import type { FigureBasis } from './read-figures.ts';

/** Answers kept at a time, of all organizations together. */
const mostAnswers = 400;
/** Of those that tell of every pair of teams: of a company of 500 teams one takes six megabytes. */
const mostLargeAnswers = 24;

/** Answers that stay the same until the next analysis. Names in them are of the time of the analysis, too. */
export interface FigureCache {
  /** The kept answer to this question, or what `read` finds now. Questions about the past and before the first analysis are not kept. */
  remember<T>(basis: FigureBasis, question: string, read: () => Promise<T>, size?: { isLarge: boolean }): Promise<T>;
}

export function makeFigureCache(): FigureCache {
  const [small, large] = [new Map<string, Promise<unknown>>(), new Map<string, Promise<unknown>>()];
  return {
    async remember<T>(
      { organizationId, analysis, calendar, asOf }: FigureBasis,
      question: string,
      read: () => Promise<T>,
      { isLarge } = { isLarge: false },
    ): Promise<T> {
      if (asOf !== null || analysis === undefined) return read();
      const version = `${analysis.finishedAt.getTime()} ${analysis.dataCutOffAt.getTime()} ${JSON.stringify(calendar)}`;
      const [answers, most] = isLarge ? [large, mostLargeAnswers] : [small, mostAnswers];
      const key = `${organizationId} ${version} ${question}`;
      // Many may ask at once: the first one reads for all.
      const answer = (answers.get(key) as Promise<T> | undefined) ?? read();
      // Taken out and put back in: what was used last is dropped last.
      answers.delete(key);
      answers.set(key, answer);
      if (answers.size > most) answers.delete(answers.keys().next().value as string);
      try {
        return await answer;
      } catch (error) {
        if (answers.get(key) === answer) answers.delete(key);
        throw error;
      }
    },
  };
}
