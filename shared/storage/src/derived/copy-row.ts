import { formatUuid } from './id-column.ts';

const endOfRows = -1;
/** What the first message begins with; no row has so many fields. */
const signatureByte = 0x50;
const headerBytes = 19;
/** Postgres counts microseconds from 2000-01-01. */
const epoch2000Ms = 946_684_800_000;
const words = 2 ** 32;
const nullLength = -1;

/** One row of a binary COPY, as a view on the buffer it came in. Fields are read by their place in the query. */
export class CopyRow {
  #buffer: Buffer = Buffer.alloc(0);
  #view: DataView = new DataView(new ArrayBuffer(0));
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];

  /** Moves to the row that begins at `start`. @returns false after the last one */
  read(buffer: Buffer, start: number): boolean {
    if (buffer !== this.#buffer) {
      this.#buffer = buffer;
      this.#view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
    }
    const view = this.#view;
    const begin = buffer[start] === signatureByte ? start + headerBytes : start;
    const fields = view.getInt16(begin);
    if (fields === endOfRows) return false;
    let at = begin + 2;
    for (let field = 0; field < fields; field += 1) {
      const length = view.getInt32(at);
      at += 4;
      this.#starts[field] = at;
      this.#lengths[field] = length;
      if (length > 0) at += length;
    }
    return true;
  }

  isNull(field: number): boolean {
    return this.#lengths[field] === nullLength;
  }

  int(field: number): number {
    return this.#view.getInt32(this.#start(field));
  }

  /** Milliseconds since 1970 of a timestamptz. Microseconds since 2000 are whole numbers to a double for 285 years. */
  instant(field: number): number {
    const at = this.#start(field);
    const microseconds = this.#view.getInt32(at) * words + this.#view.getUint32(at + 4);
    return Math.trunc(microseconds / 1000) + epoch2000Ms;
  }

  /** NaN for null. */
  instantOrNaN(field: number): number {
    return this.isNull(field) ? Number.NaN : this.instant(field);
  }

  boolean(field: number): boolean {
    return this.#buffer[this.#start(field)] === 1;
  }

  uuid(field: number): string {
    return formatUuid(this.#buffer, this.#start(field));
  }

  /** Copies the field to `target`, from `place` on. */
  copyBytes(field: number, target: Uint8Array, place: number): void {
    const start = this.#start(field);
    const length = this.#lengths[field] as number;
    for (let k = 0; k < length; k += 1) target[place + k] = this.#buffer[start + k] as number;
  }

  /** A view of what came, and where in it the field is: for look-ups that read bytes. */
  get view(): DataView {
    return this.#view;
  }

  startOf(field: number): number {
    return this.#start(field);
  }

  lengthOf(field: number): number {
    return this.#lengths[field] ?? nullLength;
  }

  #start(field: number): number {
    const start = this.#starts[field];
    if (start === undefined) throw new RangeError(`Field ${field} of a COPY row: the query has fewer`);
    return start;
  }
}
