export type Column = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** A column's values with room for `length`, the rest zeros. The column itself is empty afterwards: its memory is given back at once. */
export function enlarge<C extends Column>(column: C, length: number): C {
  const Larger = column.constructor as new (buffer: ArrayBuffer) => C;
  return new Larger(column.buffer.transfer(length * column.BYTES_PER_ELEMENT));
}
