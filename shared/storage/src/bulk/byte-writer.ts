const chunkBytes = 256 * 1024;
/** A chunk is sent once it is this full: most rows fit into the rest. */
const fullBytes = 250 * 1024;

/** Bytes one after another, numbers with the most significant first, as Postgres sends and takes them. */
export class ByteWriter {
  #buffer = Buffer.allocUnsafeSlow(chunkBytes);
  #view = viewOf(this.#buffer);
  #length = 0;

  /** True when enough has been written to be worth sending: then `take` it. */
  get isFull(): boolean {
    return this.#length >= fullBytes;
  }

  /** What has been written since the last time. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.#length);
    this.#replace(Buffer.allocUnsafeSlow(chunkBytes));
    this.#length = 0;
    return taken;
  }

  /** Makes room: what follows may then write this many bytes. */
  reserve(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#buffer.length * 2, this.#length + bytes));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#replace(larger);
  }

  byte(value: number): void {
    this.#buffer[this.#length++] = value;
  }

  int2(value: number): void {
    this.#view.setInt16(this.#length, value);
    this.#length += 2;
  }

  int4(value: number): void {
    this.#view.setInt32(this.#length, value);
    this.#length += 4;
  }

  float8(value: number): void {
    this.#view.setFloat64(this.#length, value);
    this.#length += 8;
  }

  bytes(value: Uint8Array): void {
    this.#buffer.set(value, this.#length);
    this.#length += value.length;
  }

  #replace(buffer: Buffer<ArrayBuffer>): void {
    this.#buffer = buffer;
    this.#view = viewOf(buffer);
  }
}

function viewOf(buffer: Buffer): DataView {
  return new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
}
