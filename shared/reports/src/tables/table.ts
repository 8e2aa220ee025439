/**
 * What a column holds. `duration`: milliseconds, told in issue-days; `wait`: milliseconds, told as days and hours;
 * `share`: 0 to 1; `day`: 'YYYY-MM-DD'; `instant`: ISO 8601.
 */
export type ColumnKind = 'text' | 'duration' | 'wait' | 'share' | 'count' | 'day' | 'instant';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A missing value is null: a gap, never a zero. */
export type Cell = string | number | null;

/** One table of the pack, in no format yet. */
export interface Table {
  /** A file or a sheet is named by it. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

interface ColumnOf<T> extends Column {
  readonly of: (item: T) => Cell;
}

/** A table of items, one row for each. */
export function tableOf<T>(name: string, columns: readonly ColumnOf<T>[], items: readonly T[]): Table {
  return {
    name,
    columns: columns.map(({ name: title, kind }) => ({ name: title, kind })),
    rows: items.map((item) => columns.map(({ of }) => of(item))),
  };
}
