import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Company } from '../company/company.ts';
import { makeSchema } from '../graphql/make-schema.ts';
import { QueryRunner } from '../graphql/run-query.ts';
import { type GrantSettings, OAuthGrant } from '../jira/server/oauth-grant.ts';
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
  /** An app that somebody may let in, and the first token it may refresh with. */
  readonly oauth?: GrantSettings;
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
  /** null where nobody came with OAuth. */
  readonly grant: OAuthGrant | null;
  /** Ends the server and every connection, hanging ones too. */
  close(): Promise<void>;
}

/** Serves a company as Linear would. */
export async function startTwin(settings: TwinSettings): Promise<Twin> {
  const ledger = new Ledger();
  const webhooks = new LinearWebhooks(settings.company, settings.now);
  const grant = settings.oauth ? new OAuthGrant(settings.oauth) : null;
  const context: AnswerContext = {
    settings,
    grant,
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
    grant,
    close: () => {
      webhooks.close();
      return close(server);
    },
  };
}

async function handleRequest(context: AnswerContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { grant } = context;
  const address = new URL(request.url ?? '/', `http://${request.headers.host ?? 'twin'}`);
  if (grant && address.pathname === '/oauth/authorize') {
    const { status, html, location } = grant.consent.answer(address);
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...(location && { Location: location }) }).end(html);
    return;
  }
  if (grant && request.method === 'POST' && address.pathname === '/oauth/token') {
    const asked = Object.fromEntries(new URLSearchParams((await readBody(request)) ?? ''));
    const { status, body } = grant.refresh(asked, context.settings.now());
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    return;
  }
  if (request.method !== 'POST' || request.url?.split('?')[0] !== '/graphql') {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    return;
  }
  const body = await readBody(request);
  await answerQuery(context, request.headers.authorization, body, response);
}
