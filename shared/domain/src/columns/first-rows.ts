/** Of rows that come by group: those of group `g` are `first[g]` to `first[g + 1] − 1`. */
export function firstRows(groupOf: Int32Array, groupCount: number): Int32Array {
  const first = new Int32Array(groupCount + 1);
  for (let row = 0; row < groupOf.length; row++) first[groupOf[row]! + 1]!++;
  for (let group = 0; group < groupCount; group++) first[group + 1]! += first[group]!;
  return first;
}
