import type { FactRows, FactTable, Mapped, MappingProblem, Placeholders } from '@speedtax/trackers';

/** What a page of items says, put together. */
export interface CollectedRows {
  of<T extends FactTable>(table: T): FactRows[T];
  placeholdersOf<T extends keyof Placeholders>(table: T): Placeholders[T][number][];
  readonly problems: readonly MappingProblem[];
}

export function collectRows(items: readonly Mapped[]): CollectedRows {
  return {
    of: <T extends FactTable>(table: T) => items.flatMap(({ rows }) => (rows[table] ?? []) as unknown[]) as unknown as FactRows[T],
    placeholdersOf: (table) => items.flatMap(({ placeholders }) => [...(placeholders?.[table] ?? [])]) as never,
    problems: items.flatMap(({ problems }) => [...(problems ?? [])]),
  };
}
