/** Rows by group: those of group `g` are `rows[offset[g]]` to `rows[offset[g + 1] − 1]`, in their own order. */
export interface RowGroups {
  readonly offset: Int32Array;
  readonly rows: Int32Array;
}

/** Groups rows 0 … n − 1 by `groupOf[row]`, in two passes. A negative group leaves the row out. */
export function groupRows(groupOf: ArrayLike<number>, groupCount: number): RowGroups {
  const offset = new Int32Array(groupCount + 1);
  for (let row = 0; row < groupOf.length; row++) if (groupOf[row]! >= 0) offset[groupOf[row]! + 1]!++;
  for (let group = 0; group < groupCount; group++) offset[group + 1]! += offset[group]!;

  const next = offset.slice(0, groupCount);
  const rows = new Int32Array(offset[groupCount]!);
  for (let row = 0; row < groupOf.length; row++) if (groupOf[row]! >= 0) rows[next[groupOf[row]!]!++] = row;
  return { offset, rows };
}
