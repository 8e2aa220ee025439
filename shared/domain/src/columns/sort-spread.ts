/** Below this many values the general sort is as quick. */
const spreadMinimum = 64;
/** A bucket with more values than this is left to the general sort. */
const insertionLimit = 16;

/**
 * Sorts finite numbers that are spread more or less evenly, as instants are: each is put near its place at once, and little is left
 * to sort. Where they are not, it is the general sort and some counting.
 */
export function sortSpread(values: Float64Array): void {
  const count = values.length;
  let least = Infinity;
  let most = -Infinity;
  for (let k = 0; k < count; k++) {
    if (values[k]! < least) least = values[k]!;
    if (values[k]! > most) most = values[k]!;
  }
  if (count < spreadMinimum || least === most) {
    values.sort();
    return;
  }
  const scale = (count - 1) / (most - least);
  const end = new Int32Array(count);
  for (let k = 0; k < count; k++) end[Math.floor((values[k]! - least) * scale)]!++;
  for (let bucket = 1; bucket < count; bucket++) end[bucket]! += end[bucket - 1]!;
  const begin = end.slice();
  const unsorted = values.slice();
  for (let k = count - 1; k >= 0; k--) values[--begin[Math.floor((unsorted[k]! - least) * scale)]!] = unsorted[k]!;
  for (let bucket = 0; bucket < count; bucket++) sortBucket(values, begin[bucket]!, end[bucket]!);
}

function sortBucket(values: Float64Array, begin: number, end: number): void {
  if (end - begin > insertionLimit) {
    values.subarray(begin, end).sort();
    return;
  }
  for (let next = begin + 1; next < end; next++) {
    const value = values[next]!;
    let place = next;
    for (; place > begin && values[place - 1]! > value; place--) values[place] = values[place - 1]!;
    values[place] = value;
  }
}
