/** Rows by group: those of group `g` are `rows[offset[g]]` to `rows[offset[g + 1] − 1]`, in the order in which they came. */
export interface RowGroups {
  readonly offset: Int32Array;
  readonly rows: Int32Array;
}

/** Groups rows 0 … n − 1 by `groupOf[row]`, in two passes. A negative group leaves the row out. */
export function groupRows(groupOf: Int32Array, groupCount: number): RowGroups {
  const offset = new Int32Array(groupCount + 1);
  for (let row = 0; row < groupOf.length; row++) if (groupOf[row]! >= 0) offset[groupOf[row]! + 1]!++;
  const { next, rows } = makeRoom(offset);
  for (let row = 0; row < groupOf.length; row++) if (groupOf[row]! >= 0) rows[next[groupOf[row]!]!++] = row;
  return { offset, rows };
}

/** The same for rows that already have an order: grouped by one column and then by another, they are sorted by both. */
export function regroupRows(ordered: Int32Array, groupOf: Int32Array, groupCount: number): RowGroups {
  const offset = new Int32Array(groupCount + 1);
  for (let place = 0; place < ordered.length; place++) if (groupOf[ordered[place]!]! >= 0) offset[groupOf[ordered[place]!]! + 1]!++;
  const { next, rows } = makeRoom(offset);
  for (let place = 0; place < ordered.length; place++) {
    const row = ordered[place]!;
    if (groupOf[row]! >= 0) rows[next[groupOf[row]!]!++] = row;
  }
  return { offset, rows };
}

/** Makes counts (of group `g` at `g + 1`) the offsets of the groups; `next` is where the next row of each goes. */
function makeRoom(offset: Int32Array): { next: Int32Array; rows: Int32Array } {
  for (let group = 1; group < offset.length; group++) offset[group]! += offset[group - 1]!;
  return { next: offset.slice(0, -1), rows: new Int32Array(offset[offset.length - 1]!) };
}
