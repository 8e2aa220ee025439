import type { Connection, Submittable } from 'pg';

const code = { copyData: 0x64, copyDone: 0x63, copyOutResponse: 0x48, errorResponse: 0x45 } as const;
const headBytes = 5;
/** Many times the widest row that anybody asks for; a longer one is a broken stream. */
const maxMessageBytes = 1 << 20;

/** A row lies in `buffer` from `start`, for the time of the call. */
export type OnCopyData = (buffer: Buffer, start: number) => void;

/**
 * A COPY TO STDOUT whose rows are looked at where they came from the socket: Postgres sends each in a message of its own. Making a
 * stream of them, as pg-copy-streams does, takes Node longer than all that is done with the rows. Hand it to `client.query`.
 */
export class CopyOut implements Submittable {
  /** Settles when the connection is ready for the next query. */
  readonly done: Promise<void>;
  readonly #text: string;
  readonly #onData: OnCopyData;
  readonly #settle: { resolve: () => void; reject: (error: unknown) => void };
  #connection: Connection | undefined;
  #ownListener: ((chunk: Buffer) => void) | undefined;
  #pending: Buffer | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(text: string, onData: OnCopyData) {
    this.#text = text;
    this.#onData = onData;
    const { promise, ...settle } = Promise.withResolvers<void>();
    this.done = promise;
    this.#settle = settle;
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    const [listener] = connection.stream.listeners('data');
    this.#ownListener = listener as (chunk: Buffer) => void;
    connection.stream.off('data', this.#ownListener);
    connection.stream.on('data', this.#take);
    connection.query(this.#text);
  }

  handleError(error: Error): void {
    this.#giveBack();
    this.#settle.reject(error);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    if (this.#failure) this.#settle.reject(this.#failure.error);
    else this.#settle.resolve();
  }

  readonly #take = (chunk: Buffer): void => {
    const begin = this.#completePending(chunk);
    if (begin !== undefined) this.#walk(chunk, begin);
  };

  /** The message that was cut at the end of the last chunk. @returns where in this one the next begins; undefined while it is still cut */
  #completePending(chunk: Buffer): number | undefined {
    const pending = this.#pending;
    if (!pending) return 0;
    this.#pending = undefined;
    const missingHead = Math.max(0, headBytes - pending.length);
    const head = missingHead > 0 ? Buffer.concat([pending, chunk.subarray(0, missingHead)]) : pending;
    const bytes = head.length < headBytes ? Number.POSITIVE_INFINITY : 1 + head.readUInt32BE(1);
    const taken = Math.max(0, Math.min(chunk.length, bytes - pending.length));
    const whole = Buffer.concat([pending, chunk.subarray(0, taken)]);
    if (!this.#walk(whole, 0)) {
      if (this.#ownListener === undefined && taken < chunk.length) this.#connection?.stream.emit('data', chunk.subarray(taken));
      return undefined;
    }
    return taken < chunk.length ? taken : undefined;
  }

  /** @returns false when the copy is over */
  #walk(buffer: Buffer, begin: number): boolean {
    let at = begin;
    while (buffer.length >= at + headBytes && buffer[at] !== code.errorResponse) {
      const end = at + 1 + buffer.readUInt32BE(at + 1);
      if (end - at > maxMessageBytes) this.#fail(new RangeError(`A row of a COPY is over ${maxMessageBytes} bytes: ${this.#text}`));
      if (end > buffer.length) break;
      if (buffer[at] === code.copyData) this.#look(buffer, at + headBytes);
      else if (buffer[at] === code.copyDone) return this.#giveBack(buffer.subarray(end));
      else if (buffer[at] !== code.copyOutResponse) this.#ownListener?.(buffer.subarray(at, end));
      at = end;
    }
    if (buffer[at] === code.errorResponse) return this.#giveBack(buffer.subarray(at));
    this.#pending = at < buffer.length ? buffer.subarray(at) : undefined;
    return true;
  }

  /** What goes wrong with a row is told when all have come: the connection can be used again then. */
  #look(buffer: Buffer, start: number): void {
    if (this.#failure) return;
    try {
      this.#onData(buffer, start);
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
  }

  /** pg listens again, to what is left first. */
  #giveBack(rest?: Buffer): false {
    const listener = this.#ownListener;
    if (!listener) return false;
    this.#ownListener = undefined;
    this.#connection?.stream.off('data', this.#take);
    this.#connection?.stream.on('data', listener);
    if (rest && rest.length > 0) listener(rest);
    return false;
  }
}
