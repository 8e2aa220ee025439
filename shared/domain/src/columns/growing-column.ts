import { type Column, enlarge } from './enlarge.ts';

/** A typed array that grows as it is filled, for what nobody can count before. Where most rows are made, columns are sized by a count. */
export interface GrowingColumn<A extends Column> {
  length: number;
  push(value: number): void;
  /** What has been pushed so far, without a copy: valid until the next push. */
  view(): A;
}

export const makeFloats = (capacity = 1024): GrowingColumn<Float64Array> => makeGrowing(new Float64Array(capacity));
export const makeInts = (capacity = 1024): GrowingColumn<Int32Array> => makeGrowing(new Int32Array(capacity));
export const makeBytes = (capacity = 1024): GrowingColumn<Uint8Array> => makeGrowing(new Uint8Array(capacity));

function makeGrowing<A extends Column>(first: A): GrowingColumn<A> {
  let data = first;
  return {
    length: 0,
    push(value) {
      if (this.length === data.length) data = enlarge(data, data.length * 2);
      data[this.length++] = value;
    },
    view() {
      return data.subarray(0, this.length) as A;
    },
  };
}
