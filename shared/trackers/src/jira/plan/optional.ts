import type { MappingProblem } from '../../mapped.ts';
import { TrackerError } from '../../tracker-error.ts';
import { isNotOffered } from '../transport/is-not-offered.ts';

const notAllowed: ReadonlySet<number> = new Set([401, 403]);

export interface Optional<T> {
  readonly value: T;
  readonly problems: readonly MappingProblem[];
}

/**
 * Asks for what is good to have. That the credentials as a whole are good has been seen before, so a refusal is about this one
 * thing: counted, and done without. @throws TrackerError for everything that may pass
 */
export async function askOptional<T>(what: string, instead: T, ask: () => Promise<T>): Promise<Optional<T>> {
  try {
    return { value: await ask(), problems: [] };
  } catch (error) {
    const isRefusal = isNotOffered(error) || (error instanceof TrackerError && error.status !== null && notAllowed.has(error.status));
    if (!isRefusal) throw error;
    const detail = `Jira does not tell its ${what} (HTTP ${(error as TrackerError).status}): learned from the issues instead`;
    return { value: instead, problems: [{ kind: 'list-not-offered', subject: what, detail }] };
  }
}
