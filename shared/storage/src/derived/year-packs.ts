import { sortByKeys } from './sort-by-key.ts';

const meanYearMs = 31_556_952_000;

/** Rows cut into packs: those of pack `p` are `order[begin[p]]` to `order[begin[p + 1] − 1]`, which agree in every key and in the UTC year. */
export interface YearPacks {
  readonly count: number;
  readonly order: Int32Array;
  readonly begin: Int32Array;
  readonly year: Int16Array;
}

/**
 * Packs rows by the year of their instant and by keys of −1 and up, in order of the keys, then years. Within a pack rows stay in
 * the order they have in `rows`.
 */
export function deriveYearPacks(at: Float64Array, keys: readonly Int32Array[], rows: Int32Array): YearPacks {
  const yearOf = yearsOf(at);
  const order = sortByKeys(rows, [...keys, yearOf]);
  const begins: number[] = [];
  for (let place = 0; place < order.length; place += 1) {
    const [row, before] = [order[place] as number, order[place - 1] as number];
    if (place === 0 || yearOf[row] !== yearOf[before] || keys.some((key) => key[row] !== key[before])) begins.push(place);
  }
  const count = begins.length;
  begins.push(order.length);
  const begin = Int32Array.from(begins);
  return {
    count,
    order,
    begin,
    year: Int16Array.from({ length: count }, (_, pack) => yearOf[order[begin[pack] as number] as number] as number),
  };
}

function yearsOf(at: Float64Array): Int32Array {
  const starts = new Map<number, number>();
  const startOf = (year: number): number => {
    const start = starts.get(year) ?? Date.UTC(year, 0, 1);
    starts.set(year, start);
    return start;
  };
  let [year, from, to] = [0, 0, 0];
  return Int32Array.from(at, (instant) => {
    if (instant >= from && instant < to) return year;
    year = 1970 + Math.floor(instant / meanYearMs);
    if (instant < startOf(year)) year -= 1;
    else if (instant >= startOf(year + 1)) year += 1;
    [from, to] = [startOf(year), startOf(year + 1)];
    return year;
  });
}
