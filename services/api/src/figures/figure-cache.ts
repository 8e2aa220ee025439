import type { FigureBasis } from './read-figures.ts';

/** Answers kept at a time, of all organizations together; one of a company of 500 teams takes six megabytes. */
const mostAnswers = 24;

/** Answers that stay the same until the next analysis. Names in them are of the time of the analysis, too. */
export interface FigureCache {
  /** The kept answer to this question, or what `read` finds now. Questions about the past and before the first analysis are not kept. */
  remember<T>(basis: FigureBasis, question: string, read: () => Promise<T>): Promise<T>;
}

export function makeFigureCache(): FigureCache {
  const answers = new Map<string, Promise<unknown>>();
  return {
    async remember<T>({ organizationId, analysis, calendar, asOf }: FigureBasis, question: string, read: () => Promise<T>): Promise<T> {
      if (asOf !== null || analysis === undefined) return read();
      const version = `${analysis.finishedAt.getTime()} ${analysis.dataCutOffAt.getTime()} ${JSON.stringify(calendar)}`;
      const key = `${organizationId} ${version} ${question}`;
      // Many may ask at once: the first one reads for all.
      const answer = (answers.get(key) as Promise<T> | undefined) ?? read();
      // Taken out and put back in: what was used last is dropped last.
      answers.delete(key);
      answers.set(key, answer);
      if (answers.size > mostAnswers) answers.delete(answers.keys().next().value as string);
      try {
        return await answer;
      } catch (error) {
        if (answers.get(key) === answer) answers.delete(key);
        throw error;
      }
    },
  };
}
