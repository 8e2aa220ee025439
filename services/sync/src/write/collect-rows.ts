import type { FactRows, FactTable, Mapped, MappingProblem, NoLonger, Placeholders } from '@speedtax/trackers';

/** What a page of items says, put together. */
export interface CollectedRows {
  of<T extends FactTable>(table: T): FactRows[T];
  placeholdersOf<T extends keyof Placeholders>(table: T): Placeholders[T][number][];
  noLonger(table: keyof NoLonger): string[];
  readonly problems: readonly MappingProblem[];
}

export function collectRows(items: readonly Mapped[]): CollectedRows {
  return {
    of: <T extends FactTable>(table: T) => items.flatMap(({ rows }) => (rows[table] ?? []) as unknown[]) as unknown as FactRows[T],
    placeholdersOf: (table) => items.flatMap(({ placeholders }) => [...(placeholders?.[table] ?? [])]) as never,
    noLonger: (table) => items.flatMap(({ noLonger }) => [...(noLonger?.[table] ?? [])]),
    problems: items.flatMap(({ problems }) => [...(problems ?? [])]),
  };
}
