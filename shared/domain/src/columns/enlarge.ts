import { giveBack } from './give-back.ts';

export type Column = Float64Array | Int32Array | Uint8Array;

/** A column's values with room for `length`. The column itself is empty afterwards: its memory is given back at once. */
export function enlarge<C extends Column>(column: C, length: number): C {
  const Larger = column.constructor as new (length: number) => C;
  const larger = new Larger(length);
  larger.set(column);
  // Handing the memory itself over would touch all of the new one now; this way what is never filled costs nothing.
  giveBack([column]);
  return larger;
}
