import { uuidBytes } from './id-column.ts';

const digitBits = 16;
const digits = 1 << digitBits;

/** The places of packed ids in ascending order: by their first four bytes in two passes of counting, then the few that agree in these. */
export function orderUuids(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length / uuidBytes;
  const places = Int32Array.from({ length: count }, (_, place) => place);
  const byLow = sortByDigit(places, (place) => view.getUint16(place * uuidBytes + 2));
  const order = sortByDigit(byLow, (place) => view.getUint16(place * uuidBytes));
  const headOf = (at: number) => view.getUint32((order[at] as number) * uuidBytes);
  for (let first = 0; first < count; ) {
    let end = first + 1;
    while (end < count && headOf(end) === headOf(first)) end += 1;
    if (end - first > 1) order.subarray(first, end).sort((a, b) => compareRest(view, a, b));
    first = end;
  }
  return order;
}

function sortByDigit(places: Int32Array, digitOf: (place: number) => number): Int32Array {
  const next = new Int32Array(digits + 1);
  for (const place of places) (next[digitOf(place) + 1] as number) += 1;
  for (let digit = 1; digit <= digits; digit += 1) (next[digit] as number) += next[digit - 1] as number;
  const sorted = new Int32Array(places.length);
  for (const place of places) {
    const digit = digitOf(place);
    sorted[next[digit] as number] = place;
    (next[digit] as number) += 1;
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
