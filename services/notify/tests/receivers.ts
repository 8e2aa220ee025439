import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What it answers: a status, with headers, or nothing at all. */
export type Reply = { status: number; body?: string; headers?: Record<string, string> } | 'silence';

export interface HttpReceiver {
  readonly url: string;
  readonly received: Received[];
  /** For the next requests, in order; then 200. */
  reply(...replies: Reply[]): void;
  /** Fulfilled when so many requests have come in. */
  has(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A receiver of webhooks on this machine. */
export async function startHttpReceiver(): Promise<HttpReceiver> {
  const received: Received[] = [];
  const replies: Reply[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
      const reply = replies.shift() ?? { status: 200, body: 'ok' };
      if (reply !== 'silence') response.writeHead(reply.status, reply.headers).end(reply.body ?? '');
      for (const one of waiting) if (received.length >= one.count) one.resolve();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    reply: (...next) => void replies.push(...next),
    has: (count) => new Promise((resolve) => (received.length >= count ? resolve() : void waiting.push({ count, resolve }))),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface MailReceiver {
  readonly url: string;
  readonly mails: { readonly to: string[]; readonly raw: string }[];
  /** Refuses the next ones, with these SMTP answers. */
  refuse(...codes: number[]): void;
  close(): Promise<void>;
}

/** A mail server on this machine. */
export async function startMailReceiver(): Promise<MailReceiver> {
  const mails: MailReceiver['mails'] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const code = refusals.shift();
        if (code !== undefined) return done(Object.assign(new Error('not now'), { responseCode: code }));
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
        return done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    refuse: (...codes) => void refusals.push(...codes),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
