import { type Column, enlarge } from './enlarge.ts';

/** Columns of one table that grow together, for rows that nobody can count before. */
export interface GrowingRows<C extends Readonly<Record<string, Column>>> {
  count: number;
  /** Where rows are written, each at the place that `next` gives. */
  readonly columns: C;
  /** The place of one more row. Growing replaces the columns: look them up again after it. */
  next(): number;
  /** The columns of the rows so far, without a copy: valid until the next row. */
  views(): C;
}

/** `columns`: empty ones of equal length. */
export function makeRows<C extends Readonly<Record<string, Column>>>(columns: C): GrowingRows<C> {
  const growing: Record<string, Column> = columns;
  const names = Object.keys(columns);
  let capacity = growing[names[0]!]!.length;
  return {
    count: 0,
    columns,
    next() {
      if (this.count === capacity) {
        capacity *= 2;
        for (const name of names) growing[name] = enlarge(growing[name]!, capacity);
      }
      return this.count++;
    },
    views() {
      return Object.fromEntries(names.map((name) => [name, growing[name]!.subarray(0, this.count)])) as unknown as C;
    },
  };
}

const firstCapacity = 64;
/** Columns for so many rows at first. What is never filled costs no memory. */
export const ints = (capacity = firstCapacity): Int32Array => new Int32Array(Math.max(1, capacity));
export const floats = (capacity = firstCapacity): Float64Array => new Float64Array(Math.max(1, capacity));
export const bytes = (capacity = firstCapacity): Uint8Array => new Uint8Array(Math.max(1, capacity));
