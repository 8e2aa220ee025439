import type { Problem } from '@speedtax/contract';

/** The API refused or could not answer; `problem` is its own explanation where it gave one. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | null;

  constructor(path: string, status: number, problem: Problem | null) {
    super(`${path} answered ${status}${problem ? ` ${problem.code}: ${problem.detail ?? problem.title}` : ''}`);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }
}
