import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Parsed; undefined where there was none. */
  readonly body: unknown;
}

/** `raw` is sent as it is, anything else as JSON; `cut` closes the connection after the first half. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  readonly raw?: string;
  readonly cut?: boolean;
}

export interface JiraServer {
  readonly url: string;
  readonly asked: Asked[];
  close(): Promise<void>;
}

/** A server that answers as a test says. Where `answer` gives nothing, the request is never answered. */
export async function startJiraServer(answer: (asked: Asked) => Answer | undefined | Promise<Answer | undefined>): Promise<JiraServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void handle(request, response);
  });
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://jira.example');
    const text = await readText(request);
    const one: Asked = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
    asked.push(one);
    const said = await answer(one);
    if (said) send(response, said);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status = 200, headers = {}, json, raw, cut = false }: Answer): void {
  const text = raw ?? JSON.stringify(json ?? {});
  const type = raw === undefined ? 'application/json;charset=UTF-8' : 'text/plain';
  if (!cut) {
    response.writeHead(status, { 'Content-Type': type, ...headers }).end(text);
    return;
  }
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': String(text.length), ...headers });
  response.write(text.slice(0, text.length / 2), () => response.socket?.destroy());
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
