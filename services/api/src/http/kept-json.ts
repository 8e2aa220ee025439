import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const compress = promisify(gzip);
/** Below this compressing saves no packet. */
const worthCompressingBytes = 1_024;

/** An answer that is told again and again, megabytes for a large company: written, hashed and compressed once. `T`: what it says. */
export class KeptJson<T> {
  readonly #body: Buffer;
  readonly #etag: string;
  #compressed: Promise<Buffer> | undefined;
  /** Only for the compiler. */
  declare readonly says: T;

  constructor(answer: T) {
    this.#body = Buffer.from(JSON.stringify(answer));
    this.#etag = `"${createHash('sha256').update(this.#body).digest('base64url')}"`;
  }

  /** Nothing but its name, where the asker has it already. */
  async send(request: Request, response: Response): Promise<void> {
    response.type('json').vary('accept-encoding').set('etag', this.#etag);
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const isCompressed = this.#body.length >= worthCompressingBytes && request.acceptsEncodings('gzip', 'identity') === 'gzip';
    this.#compressed ??= isCompressed ? compress(this.#body, { level: 1 }) : undefined;
    const sent = isCompressed && this.#compressed ? await this.#compressed : this.#body;
    if (isCompressed) response.set('content-encoding', 'gzip');
    response.set('content-length', String(sent.length)).end(sent);
  }
}
