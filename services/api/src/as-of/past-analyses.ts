import type { Analysis } from '@speedtax/domain';
import type { CoverageByConnection } from '@speedtax/storage';
import type { AnalyzedCompany } from '@speedtax/storage/derived';
import { HttpProblem } from '../http/http-problem.ts';

/** What the engine found in the facts of a past instant. */
export interface PastAnalysis {
  readonly company: AnalyzedCompany;
  readonly analysis: Analysis;
  readonly coverage: CoverageByConnection;
  /** SHA-256 of the facts: equal digest, instant and engine version, equal figures. */
  readonly factsDigest: string;
}

/** Questions about the past hold a connection and a company in memory each: few run at once, some wait, more are refused. */
const maxRunning = 2;
const maxWaiting = 20;
const maxKept = 4;
/** Of all kept together. */
const maxKeptIssues = 200_000;

export interface PastAnalyses {
  /** Runs as one of a few. @throws HttpProblem 503 where too many wait already */
  inTurn<T>(run: () => Promise<T>): Promise<T>;
  /** The kept one of this key, else what `make` finds. */
  findOrMake(key: string, make: () => Promise<PastAnalysis>): Promise<PastAnalysis>;
}

export function makePastAnalyses(): PastAnalyses {
  const kept = new Map<string, PastAnalysis>();
  const waiting: (() => void)[] = [];
  let running = 0;

  const keep = (key: string, made: PastAnalysis): void => {
    kept.set(key, made);
    let issues = 0;
    for (const [old, { company }] of [...kept].reverse()) {
      issues += company.ids.issues.length;
      if (issues > maxKeptIssues) kept.delete(old);
    }
    for (const old of [...kept.keys()].slice(0, -maxKept)) kept.delete(old);
  };

  return {
    async inTurn(run) {
      if (running >= maxRunning) {
        if (waiting.length >= maxWaiting)
          throw new HttpProblem(503, 'busy', 'Busy', { detail: 'Too many questions about the past are waiting. Ask again in a moment.' });
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else running += 1;
      try {
        return await run();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
    async findOrMake(key, make) {
      const found = kept.get(key);
      kept.delete(key);
      const past = found ?? (await make());
      keep(key, past);
      return past;
    },
  };
}
