import { uuidBytes } from './id-column.ts';

const digitBits = 16;
const digits = 1 << digitBits;

/** The places of packed ids in ascending order: by their first four bytes in two passes of counting, then the few that agree in these. */
export function orderUuids(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length / uuidBytes;
  const places = new Int32Array(count);
  const heads = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) {
    places[place] = place;
    heads[place] = view.getUint32(place * uuidBytes);
  }
  const byLow = sortByDigit({ places, heads }, 0);
  const sorted = sortByDigit(byLow, digitBits);
  for (let first = 0; first < count; ) {
    let end = first + 1;
    while (end < count && sorted.heads[end] === sorted.heads[first]) end += 1;
    if (end - first > 1) sorted.places.subarray(first, end).sort((a, b) => compareRest(view, a, b));
    first = end;
  }
  return sorted.places;
}

/** The first four bytes of each id move along with its place: looking them up again would be a jump through memory for each. */
interface Headed {
  readonly places: Int32Array;
  readonly heads: Uint32Array;
}

function sortByDigit({ places, heads }: Headed, shift: number): Headed {
  const next = new Int32Array(digits + 1);
  for (let k = 0; k < heads.length; k += 1) (next[(((heads[k] as number) >>> shift) & (digits - 1)) + 1] as number) += 1;
  for (let digit = 1; digit <= digits; digit += 1) (next[digit] as number) += next[digit - 1] as number;
  const sorted = { places: new Int32Array(places.length), heads: new Uint32Array(heads.length) };
  for (let k = 0; k < heads.length; k += 1) {
    const digit = ((heads[k] as number) >>> shift) & (digits - 1);
    const to = next[digit] as number;
    next[digit] = to + 1;
    sorted.places[to] = places[k] as number;
    sorted.heads[to] = heads[k] as number;
  }
  return sorted;
}

function compareRest(view: DataView, a: number, b: number): number {
  for (let at = 4; at < uuidBytes; at += 4) {
    const difference = view.getUint32(a * uuidBytes + at) - view.getUint32(b * uuidBytes + at);
    if (difference !== 0) return difference;
  }
  return 0;
}
