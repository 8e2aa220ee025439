import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeApp } from './app.ts';
import type { ApiContext } from './context.ts';
import { closeEventStreams } from './http/event-stream.ts';

export interface ApiService {
  readonly port: number;
  /** Answers what has been asked, ends streams, takes nothing new. */
  close(): Promise<void>;
}

const headersTimeoutMs = 20_000;
const requestTimeoutMs = 60_000;

/** Listens on the one public port. @throws when it is taken, with Node's own code (EADDRINUSE, EACCES) */
export async function startApiService(context: ApiContext, listen: { port: number; host: string }): Promise<ApiService> {
  const server = createServer({ headersTimeout: headersTimeoutMs, requestTimeout: requestTimeoutMs }, makeApp(context));
  await listening(server, listen);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
      closeEventStreams();
      server.closeIdleConnections();
      await closed;
    },
  };
}

function listening(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
