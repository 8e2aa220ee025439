import { ByteWriter } from './byte-writer.ts';

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const endOfRows = -1;
const nullLength = -1;
/** Postgres counts microseconds from 2000-01-01. */
const epoch2000Ms = 946_684_800_000;
const words = 2 ** 32;
const uuidBytes = 16;
const nilUuid = new DataView(new ArrayBuffer(uuidBytes));
const oidOf = { int2: 21, int4: 23, float8: 701, timestamptz: 1184, uuid: 2950 } as const;
const headOfArray = 24;
/** The widest field of a fixed size, its length with it. */
const widestScalar = 20;

/** Writes rows in the binary format of COPY, field by field, in the order and the exact types of the columns. */
export class CopyWriter {
  readonly #out = new ByteWriter();

  constructor() {
    this.#out.bytes(signature);
  }

  get isFull(): boolean {
    return this.#out.isFull;
  }

  take(): Buffer {
    return this.#out.take();
  }

  beginRow(fields: number): void {
    this.#out.reserve(widestScalar);
    this.#out.int2(fields);
  }

  endRows(): void {
    this.beginRow(endOfRows);
  }

  null(): void {
    this.#begin(nullLength);
  }

  int2(value: number): void {
    this.#begin(2);
    this.#out.int2(value);
  }

  boolean(value: boolean): void {
    this.#begin(1);
    this.#out.byte(value ? 1 : 0);
  }

  float8(value: number): void {
    this.#begin(8);
    this.#out.float8(value);
  }

  /** Days since 1970-01-01. */
  date(day: number): void {
    this.#begin(4);
    this.#out.int4(day - epoch2000Ms / 86_400_000);
  }

  /** A timestamptz, from milliseconds since 1970; Infinity, "to this day", is null. */
  instant(at: number): void {
    this.#out.reserve(widestScalar);
    this.#instant(at);
  }

  /** ASCII that needs no cleaning. */
  ascii(text: string): void {
    this.bytes(Buffer.from(text, 'latin1'));
  }

  bytes(value: Uint8Array): void {
    this.#out.reserve(4 + value.length);
    this.#out.int4(value.length);
    this.#out.bytes(value);
  }

  /** The id at `place` of ids packed one after another. */
  uuid(ids: DataView, place: number): void {
    this.#out.reserve(widestScalar);
    this.#uuid(ids, place);
  }

  /** Nil where `place` is −1. */
  uuidOrNil(ids: DataView, place: number): void {
    if (place === -1) this.uuid(nilUuid, 0);
    else this.uuid(ids, place);
  }

  /** A uuid[] of the ids at these places; with `rows`, at those that these rows of `places` have. */
  uuids(ids: DataView, places: Int32Array, rows?: Int32Array): void {
    const length = (rows ?? places).length;
    this.#array(oidOf.uuid, length, uuidBytes);
    for (let k = 0; k < length; k += 1) this.#uuid(ids, places[rows ? (rows[k] as number) : k] as number);
  }

  int2s(values: ArrayLike<number>): void {
    this.#array(oidOf.int2, values.length, 2);
    for (let k = 0; k < values.length; k += 1) {
      this.#out.int4(2);
      this.#out.int2(values[k] as number);
    }
  }

  int4s(values: ArrayLike<number>): void {
    this.#array(oidOf.int4, values.length, 4);
    for (let k = 0; k < values.length; k += 1) {
      this.#out.int4(4);
      this.#out.int4(values[k] as number);
    }
  }

  /** A timestamptz[] of these rows of a column; Infinity is null. */
  instants(values: Float64Array, rows: Int32Array): void {
    let nulls = 0;
    for (let k = 0; k < rows.length; k += 1) if (values[rows[k] as number] === Number.POSITIVE_INFINITY) nulls += 1;
    this.#array(oidOf.timestamptz, rows.length, 8, nulls);
    for (let k = 0; k < rows.length; k += 1) this.#instant(values[rows[k] as number] as number);
  }

  /** A float8[] of the rows from `begin` to `end`, or of those that are listed. */
  float8s(values: Float64Array, rows: Int32Array): void;
  float8s(values: Float64Array, begin: number, end: number): void;
  float8s(values: Float64Array, rows: Int32Array | number, end = 0): void {
    const length = typeof rows === 'number' ? end - rows : rows.length;
    this.#array(oidOf.float8, length, 8);
    for (let k = 0; k < length; k += 1) {
      this.#out.int4(8);
      this.#out.float8(values[typeof rows === 'number' ? rows + k : (rows[k] as number)] as number);
    }
  }

  /** A varbit: whether each of `count` places holds. */
  bits(count: number, isSet: (place: number) => boolean): void {
    const bytes = (count + 7) >> 3;
    this.#out.reserve(8 + bytes);
    this.#out.int4(4 + bytes);
    this.#out.int4(count);
    for (let byte = 0; byte < bytes; byte += 1) {
      let bits = 0;
      for (let place = byte * 8; place < byte * 8 + 8; place += 1) bits = bits * 2 + (place < count && isSet(place) ? 1 : 0);
      this.#out.byte(bits);
    }
  }

  /** Makes room for a scalar and writes its length. */
  #begin(length: number): void {
    this.#out.reserve(widestScalar);
    this.#out.int4(length);
  }

  /** The head of an array; makes room for its elements too. */
  #array(oid: number, length: number, elementBytes: number, nulls = 0): void {
    const dimensions = length > 0 ? 1 : 0;
    const bytes = 12 + dimensions * 8 + length * (4 + elementBytes) - nulls * elementBytes;
    this.#out.reserve(headOfArray + bytes);
    this.#out.int4(bytes);
    this.#out.int4(dimensions);
    this.#out.int4(nulls > 0 ? 1 : 0);
    this.#out.int4(oid);
    if (dimensions === 0) return;
    this.#out.int4(length);
    this.#out.int4(1);
  }

  #instant(at: number): void {
    if (at === Number.POSITIVE_INFINITY) {
      this.#out.int4(nullLength);
      return;
    }
    const microseconds = Math.round((at - epoch2000Ms) * 1000);
    const high = Math.floor(microseconds / words);
    this.#out.int4(8);
    this.#out.int4(high);
    this.#out.int4((microseconds - high * words) | 0);
  }

  #uuid(ids: DataView, place: number): void {
    const begin = place * uuidBytes;
    this.#out.int4(uuidBytes);
    for (let word = 0; word < uuidBytes; word += 4) this.#out.int4(ids.getInt32(begin + word));
  }
}
