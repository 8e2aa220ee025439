/** Rows by a key of each, by counting: those of one key stay in their order. */
export function sortByKey(rows: Int32Array, key: Int32Array): Int32Array {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    const of = key[row] as number;
    if (of < least) least = of;
    if (of > most) most = of;
  }
  if (rows.length === 0) return rows;
  const next = new Int32Array(most - least + 2);
  for (const row of rows) (next[(key[row] as number) - least + 1] as number) += 1;
  for (let k = 1; k < next.length; k += 1) (next[k] as number) += next[k - 1] as number;
  const sorted = new Int32Array(rows.length);
  for (const row of rows) {
    const place = (key[row] as number) - least;
    sorted[next[place] as number] = row;
    (next[place] as number) += 1;
  }
  return sorted;
}
