import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import type { Connection } from 'pg';
import { describe, expect, it } from 'vitest';
import { CopyOut } from './copy-out.ts';

const message = (code: string, body: Buffer | string) => {
  const bytes = Buffer.from(body as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length + 4);
  return Buffer.concat([Buffer.from(code), length, bytes]);
};
const begin = message('H', 'how it comes');
const done = message('c', '');
const ready = message('Z', 'I');

/** A connection to which pg listens as always, and what pg hears. */
function makeConnection() {
  const stream = new EventEmitter();
  let heard = '';
  stream.on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1');
  });
  const connection = { stream, query: () => {} } as unknown as Connection;
  const send = (bytes: Buffer, sizes: readonly number[]) => {
    let [at, k] = [0, 0];
    while (at < bytes.length) {
      const size = sizes[k % sizes.length] ?? bytes.length;
      stream.emit('data', bytes.subarray(at, at + size));
      [at, k] = [at + size, k + 1];
    }
  };
  return { connection, send, heard: () => heard };
}

function takeRows(rows: string[]) {
  return (buffer: Buffer, start: number) => {
    const length = buffer.readUInt32BE(start - 4) - 4;
    rows.push(buffer.toString('latin1', start, start + length));
  };
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

describe('the rows of a COPY', () => {
  it('are the same however they are cut on the way, and pg hears the rest', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30, unit: 'binary-ascii' })), sizes, (told, cuts) => {
        const { connection, send, heard } = makeConnection();
        const rows: string[] = [];
        const copy = new CopyOut('copy', takeRows(rows));
        copy.submit(connection);
        send(Buffer.concat([begin, ...told.map((row) => message('d', row)), done, ready]), cuts);
        expect(rows).toEqual(told);
        expect(heard()).toBe(ready.toString('latin1'));
      }),
    );
  });

  it('leave notices between them to pg', () => {
    const { connection, send, heard } = makeConnection();
    const rows: string[] = [];
    new CopyOut('copy', takeRows(rows)).submit(connection);
    send(Buffer.concat([begin, message('d', 'one'), message('N', 'take note'), message('d', 'two'), done]), [7]);
    expect(rows).toEqual(['one', 'two']);
    expect(heard()).toBe(message('N', 'take note').toString('latin1'));
  });

  it('end with an error, which pg reads', async () => {
    const { connection, send, heard } = makeConnection();
    const copy = new CopyOut('copy', takeRows([]));
    copy.submit(connection);
    const error = message('E', 'the disk is full');
    send(Buffer.concat([begin, message('d', 'one'), error, ready]), [3]);
    copy.handleError(new Error('the disk is full'));
    await expect(copy.done).rejects.toThrow('the disk is full');
    expect(heard()).toBe(Buffer.concat([error, ready]).toString('latin1'));
  });

  it('are read to their end where one of them cannot be understood, so that the connection can be used again', async () => {
    const { connection, send, heard } = makeConnection();
    const copy = new CopyOut('copy', () => {
      throw new RangeError('what is this?');
    });
    copy.submit(connection);
    send(Buffer.concat([begin, message('d', 'one'), message('d', 'two'), done, ready]), [11]);
    copy.handleReadyForQuery();
    await expect(copy.done).rejects.toThrow('what is this?');
    expect(heard()).toBe(ready.toString('latin1'));
  });
});
