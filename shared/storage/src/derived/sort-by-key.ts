/** Keys are put together into one as long as it has no more values than this. */
const mostValues = 1 << 22;

/** Rows in order of their keys, the first before the second and so on; those that agree in all stay in their order. */
export function sortByKeys(rows: Int32Array, keys: readonly Int32Array[]): Int32Array {
  return joinKeys(keys).reduceRight((sorted, key) => sortByKey(sorted, key), rows);
}

/** Rows by a key of each, by counting: those of one key stay in their order. */
export function sortByKey(rows: Int32Array, key: Int32Array): Int32Array {
  const { least, values } = rangeOf(key);
  const next = new Int32Array(values + 1);
  for (let k = 0; k < rows.length; k += 1) (next[(key[rows[k] as number] as number) - least + 1] as number) += 1;
  for (let k = 1; k < next.length; k += 1) (next[k] as number) += next[k - 1] as number;
  const sorted = new Int32Array(rows.length);
  for (let k = 0; k < rows.length; k += 1) {
    const row = rows[k] as number;
    const place = (key[row] as number) - least;
    sorted[next[place] as number] = row;
    (next[place] as number) += 1;
  }
  return sorted;
}

/** Fewer keys with the same order: each pass over the rows saved is one through memory in no order. */
function joinKeys(keys: readonly Int32Array[]): Int32Array[] {
  const joined: Int32Array[] = [];
  for (const key of keys) {
    const last = joined[joined.length - 1];
    if (last === undefined) joined.push(key);
    else {
      const [high, low] = [rangeOf(last), rangeOf(key)];
      if (high.values * low.values > mostValues) joined.push(key);
      else {
        const both = new Int32Array(key.length);
        for (let row = 0; row < key.length; row += 1)
          both[row] = ((last[row] as number) - high.least) * low.values + (key[row] as number) - low.least;
        joined[joined.length - 1] = both;
      }
    }
  }
  return joined;
}

function rangeOf(key: Int32Array): { least: number; values: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < key.length; row += 1) {
    const of = key[row] as number;
    if (of < least) least = of;
    if (of > most) most = of;
  }
  return { least, values: key.length === 0 ? 0 : most - least + 1 };
}
