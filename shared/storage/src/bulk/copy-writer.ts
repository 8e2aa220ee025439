const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const endOfRows = -1;
const nullLength = -1;
/** Postgres counts microseconds from 2000-01-01. */
const epoch2000Ms = 946_684_800_000;
const words = 2 ** 32;
const chunkBytes = 256 * 1024;
/** A chunk is sent once it is this full: most rows fit into the rest. */
const fullBytes = 250 * 1024;
export const uuidBytes = 16;
const nilUuid = new Uint8Array(uuidBytes);
const oidOf = { int2: 21, int4: 23, float8: 701, timestamptz: 1184, uuid: 2950 } as const;

/** Writes rows in the binary format of COPY, field by field, in the order and the exact types of the columns. */
export class CopyWriter {
  #buffer = Buffer.allocUnsafe(chunkBytes);
  #length = signature.copy(this.#buffer);

  /** True when enough has been written to be worth sending: then `take` it. */
  get isFull(): boolean {
    return this.#length >= fullBytes;
  }

  /** What has been written since the last time. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.#length);
    this.#buffer = Buffer.allocUnsafe(chunkBytes);
    this.#length = 0;
    return taken;
  }

  beginRow(fields: number): void {
    this.#int2(fields);
  }

  endRows(): void {
    this.#int2(endOfRows);
  }

  null(): void {
    this.#int4(nullLength);
  }

  int2(value: number): void {
    this.#int4(2);
    this.#int2(value);
  }

  boolean(value: boolean): void {
    this.#int4(1);
    this.#reserve(1);
    this.#buffer[this.#length++] = value ? 1 : 0;
  }

  float8(value: number): void {
    this.#int4(8);
    this.#float8(value);
  }

  /** Days since 1970-01-01. */
  date(day: number): void {
    this.#int4(4);
    this.#int4(day - epoch2000Ms / 86_400_000);
  }

  /** A timestamptz, from milliseconds since 1970; Infinity, "to this day", is null. */
  instant(at: number): void {
    if (at === Number.POSITIVE_INFINITY) {
      this.null();
      return;
    }
    this.#int4(8);
    this.#microseconds(at);
  }

  /** ASCII that needs no cleaning. */
  ascii(text: string): void {
    this.#int4(text.length);
    this.#reserve(text.length);
    this.#length += this.#buffer.write(text, this.#length, 'latin1');
  }

  bytes(value: Uint8Array): void {
    this.#int4(value.length);
    this.#reserve(value.length);
    this.#buffer.set(value, this.#length);
    this.#length += value.length;
  }

  /** The id at `place` of ids packed one after another. */
  uuid(ids: Uint8Array, place: number): void {
    this.#int4(uuidBytes);
    this.#uuid(ids, place);
  }

  /** Nil where `place` is −1. */
  uuidOrNil(ids: Uint8Array, place: number): void {
    if (place === -1) this.uuid(nilUuid, 0);
    else this.uuid(ids, place);
  }

  uuids(ids: Uint8Array, places: Int32Array): void {
    this.#array(oidOf.uuid, places.length, uuidBytes);
    for (const place of places) {
      this.#int4(uuidBytes);
      this.#uuid(ids, place);
    }
  }

  int2s(values: ArrayLike<number>): void {
    this.#array(oidOf.int2, values.length, 2);
    for (let k = 0; k < values.length; k += 1) {
      this.#int4(2);
      this.#int2(values[k] as number);
    }
  }

  int4s(values: ArrayLike<number>): void {
    this.#array(oidOf.int4, values.length, 4);
    for (let k = 0; k < values.length; k += 1) {
      this.#int4(4);
      this.#int4(values[k] as number);
    }
  }

  /** Infinity is null. */
  instants(values: Float64Array): void {
    let nulls = 0;
    for (let k = 0; k < values.length; k += 1) if (values[k] === Number.POSITIVE_INFINITY) nulls += 1;
    this.#array(oidOf.timestamptz, values.length, 8, nulls);
    for (let k = 0; k < values.length; k += 1) this.instant(values[k] as number);
  }

  /** A varbit: whether each of `count` places holds. */
  bits(count: number, isSet: (place: number) => boolean): void {
    const bytes = (count + 7) >> 3;
    this.#int4(4 + bytes);
    this.#int4(count);
    this.#reserve(bytes);
    for (let byte = 0; byte < bytes; byte += 1) {
      let bits = 0;
      for (let place = byte * 8; place < byte * 8 + 8; place += 1) bits = bits * 2 + (place < count && isSet(place) ? 1 : 0);
      this.#buffer[this.#length++] = bits;
    }
  }

  float8s(values: Float64Array): void {
    this.#array(oidOf.float8, values.length, 8);
    for (let k = 0; k < values.length; k += 1) {
      this.#int4(8);
      this.#float8(values[k] as number);
    }
  }

  #array(oid: number, length: number, elementBytes: number, nulls = 0): void {
    const dimensions = length > 0 ? 1 : 0;
    this.#int4(12 + dimensions * 8 + length * (4 + elementBytes) - nulls * elementBytes);
    this.#int4(dimensions);
    this.#int4(nulls > 0 ? 1 : 0);
    this.#int4(oid);
    if (dimensions === 0) return;
    this.#int4(length);
    this.#int4(1);
  }

  #microseconds(at: number): void {
    const microseconds = Math.round((at - epoch2000Ms) * 1000);
    const high = Math.floor(microseconds / words);
    this.#int4(high);
    this.#int4((microseconds - high * words) | 0);
  }

  #uuid(ids: Uint8Array, place: number): void {
    this.#reserve(uuidBytes);
    const begin = place * uuidBytes;
    for (let k = 0; k < uuidBytes; k += 1) this.#buffer[this.#length++] = ids[begin + k] as number;
  }

  #int2(value: number): void {
    this.#reserve(2);
    this.#length = this.#buffer.writeInt16BE(value, this.#length);
  }

  #int4(value: number): void {
    this.#reserve(4);
    this.#length = this.#buffer.writeInt32BE(value, this.#length);
  }

  #float8(value: number): void {
    this.#reserve(8);
    this.#length = this.#buffer.writeDoubleBE(value, this.#length);
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + bytes));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}
