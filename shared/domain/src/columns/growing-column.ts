/** A typed array that grows as it is filled. */
export interface GrowingColumn<A extends Float64Array | Int32Array | Uint8Array> {
  length: number;
  push(value: number): void;
  /** What has been pushed so far, without a copy: valid until the next push. */
  view(): A;
}

export const makeFloats = (capacity = 1024): GrowingColumn<Float64Array> => makeGrowing((size) => new Float64Array(size), capacity);
export const makeInts = (capacity = 1024): GrowingColumn<Int32Array> => makeGrowing((size) => new Int32Array(size), capacity);
export const makeBytes = (capacity = 1024): GrowingColumn<Uint8Array> => makeGrowing((size) => new Uint8Array(size), capacity);

function makeGrowing<A extends Float64Array | Int32Array | Uint8Array>(allocate: (size: number) => A, capacity: number): GrowingColumn<A> {
  let data = allocate(capacity);
  return {
    length: 0,
    push(value) {
      if (this.length === data.length) {
        const larger = allocate(data.length * 2);
        larger.set(data);
        data = larger;
      }
      data[this.length++] = value;
    },
    view() {
      return data.subarray(0, this.length) as A;
    },
  };
}
