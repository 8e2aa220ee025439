import type { CopyRow } from './copy-row.ts';

const slotsPerId = 2;

/** Finds the place of an id among many by its bytes, without making anything on the way. */
export class IdIndex {
  readonly #ids: DataView;
  readonly #words: number;
  readonly #slots: Int32Array;
  readonly #mask: number;
  #latest = -1;

  /** @param bytes ids of `idBytes` each, one after another; a multiple of four */
  constructor(bytes: Uint8Array, idBytes: number) {
    this.#ids = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#words = idBytes / 4;
    const count = bytes.length / idBytes;
    const size = 2 ** Math.ceil(Math.log2(Math.max(1, count) * slotsPerId));
    this.#slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
    for (let place = 0; place < count; place += 1) {
      let slot = this.#slotOf(this.#ids, place * idBytes);
      while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = place;
    }
  }

  /** −1: null, or not among them. Rows of one id often come one after another. */
  find(row: CopyRow, field: number): number {
    if (row.lengthOf(field) !== this.#words * 4) return -1;
    const { view } = row;
    const start = row.startOf(field);
    if (this.#latest !== -1 && this.#isAt(this.#latest, view, start)) return this.#latest;
    for (let slot = this.#slotOf(view, start); ; slot = (slot + 1) & this.#mask) {
      const place = this.#slots[slot] as number;
      if (place === -1) return -1;
      if (this.#isAt(place, view, start)) {
        this.#latest = place;
        return place;
      }
    }
  }

  #isAt(place: number, view: DataView, start: number): boolean {
    const own = place * this.#words * 4;
    for (let word = 0; word < this.#words; word += 1)
      if (this.#ids.getInt32(own + word * 4) !== view.getInt32(start + word * 4)) return false;
    return true;
  }

  #slotOf(view: DataView, start: number): number {
    const end = start + this.#words * 4;
    const head = Math.imul(view.getInt32(start) ^ Math.imul(view.getInt32(start + 4), 0x85eb_ca6b), 0x9e37_79b1);
    const hash = Math.imul(head ^ (head >>> 15) ^ view.getInt32(end - 4) ^ Math.imul(view.getInt32(end - 8), 0xc2b2_ae35), 0x27d4_eb2f);
    return (hash ^ (hash >>> 15)) & this.#mask;
  }
}

/** Of ids as bytes. */
export function indexUuids(bytes: Uint8Array): IdIndex {
  return new IdIndex(bytes, 16);
}

/** Of ids that a column of text holds. */
export function indexTexts(ids: readonly string[]): IdIndex {
  return new IdIndex(Buffer.from(ids.join(''), 'latin1'), 36);
}
