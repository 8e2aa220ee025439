const endOfRows = -1;
/** Postgres counts microseconds from 2000-01-01. */
const epoch2000Ms = 946_684_800_000;
const words = 2 ** 32;
const uuidBytes = 16;
const nilUuid = '00000000-0000-0000-0000-000000000000';

/** One row of a binary COPY, as a view on the buffer it came in. Fields are read by their place in the query. */
export class CopyRow {
  #buffer: Buffer = Buffer.alloc(0);
  #offsets: number[] = [];
  #lengths: number[] = [];
  #uuids: { readonly bytes: Buffer; text: string }[] = [];

  /** Moves to the row at `start`. @returns where the next one begins; 0 when this one is not complete or was the last */
  read(buffer: Buffer, start: number): number {
    if (buffer.length < start + 2) return 0;
    const fields = buffer.readInt16BE(start);
    if (fields === endOfRows) return 0;
    let at = start + 2;
    for (let field = 0; field < fields; field++) {
      if (buffer.length < at + 4) return 0;
      const length = buffer.readInt32BE(at);
      this.#offsets[field] = at + 4;
      this.#lengths[field] = length;
      at += 4 + Math.max(length, 0);
    }
    if (buffer.length < at) return 0;
    this.#buffer = buffer;
    return at;
  }

  isNull(field: number): boolean {
    return this.#lengths[field] === -1;
  }

  int(field: number): number {
    return this.#buffer.readInt32BE(this.#offset(field));
  }

  /** Milliseconds since 1970 of a timestamptz. Microseconds since 2000 are whole numbers to a double for 285 years. */
  instant(field: number): number {
    const at = this.#offset(field);
    const microseconds = this.#buffer.readInt32BE(at) * words + this.#buffer.readUInt32BE(at + 4);
    return Math.trunc(microseconds / 1000) + epoch2000Ms;
  }

  boolean(field: number): boolean {
    return this.#buffer[this.#offset(field)] === 1;
  }

  /** Rows of one issue come one after another: its id is written out once. */
  uuid(field: number): string {
    const offset = this.#offset(field);
    const known = (this.#uuids[field] ??= { bytes: Buffer.alloc(uuidBytes), text: nilUuid });
    let same = 0;
    while (same < uuidBytes && known.bytes[same] === this.#buffer[offset + same]) same += 1;
    if (same === uuidBytes) return known.text;
    this.#buffer.copy(known.bytes, 0, offset, offset + uuidBytes);
    const hex = known.bytes.toString('hex');
    known.text = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    return known.text;
  }

  #offset(field: number): number {
    const offset = this.#offsets[field];
    if (offset === undefined) throw new RangeError(`Field ${field} of a COPY row: the query has fewer`);
    return offset;
  }
}
