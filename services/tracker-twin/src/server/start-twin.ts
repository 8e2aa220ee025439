import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Company } from '../company/company.ts';
import { makeSchema } from '../graphql/make-schema.ts';
import { QueryRunner } from '../graphql/run-query.ts';
import { LinearWebhooks } from '../webhooks/linear-webhooks.ts';
import { type AnswerContext, answerQuery } from './answer-query.ts';
import type { FaultHook } from './faults.ts';
import { Ledger } from './ledger.ts';
import type { Limits } from './limits.ts';
import { close, listen } from './listen.ts';
import { readBody } from './read-body.ts';
import { tellTime } from './tell-time.ts';

export interface TwinSettings {
  readonly company: Company;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Keys that are let in, sent bare. */
  readonly apiKeys: readonly string[];
  /** OAuth access tokens that are let in, sent as Bearer. */
  readonly accessTokens?: readonly string[];
  readonly limits: Limits;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A genuine schema file to execute instead of the subset that ships with the twin. */
  readonly schemaPath?: string;
  /** Whoever asks may not make webhooks. */
  readonly isNoAdministrator?: boolean;
  readonly onRequest?: FaultHook;
}

export interface Twin {
  /** The GraphQL endpoint. */
  readonly url: string;
  readonly company: Company;
  readonly ledger: Ledger;
  readonly webhooks: LinearWebhooks;
  /** Ends the server and every connection, hanging ones too. */
  close(): Promise<void>;
}

/** Serves a company as Linear would. */
export async function startTwin(settings: TwinSettings): Promise<Twin> {
  const ledger = new Ledger();
  const webhooks = new LinearWebhooks(settings.company, settings.now);
  const context: AnswerContext = {
    settings,
    webhooks,
    ledger,
    runner: new QueryRunner(makeSchema(settings.schemaPath)),
    allowances: new Map(),
  };
  const server = createServer((request, response) => {
    tellTime(response, settings.now());
    handleRequest(context, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  const host = settings.host ?? '127.0.0.1';
  const origin = await listen(server, settings.port ?? 0, host);
  return {
    url: `${origin}/graphql`,
    company: settings.company,
    ledger,
    webhooks,
    close: () => {
      webhooks.close();
      return close(server);
    },
  };
}

async function handleRequest(context: AnswerContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST' || request.url?.split('?')[0] !== '/graphql') {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    return;
  }
  const body = await readBody(request);
  await answerQuery(context, request.headers.authorization, body, response);
}
