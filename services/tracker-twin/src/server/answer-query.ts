import type { ServerResponse } from 'node:http';
import type { User } from '../company/team.ts';
import { deriveCost, type Prepared, type QueryRunner } from '../graphql/run-query.ts';
import type { OAuthGrant } from '../jira/server/oauth-grant.ts';
import type { LinearWebhooks } from '../webhooks/linear-webhooks.ts';
import { authorize, type Credential } from './authorize.ts';
import { type Refusal, refuseInvalid, refuseMalformed, refuseRateLimited, refuseTooComplex } from './errors.ts';
import { applyFault } from './faults.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { Allowance, MAX_QUERY_POINTS } from './limits.ts';
import { type Operation, parseOperation } from './parse-operation.ts';
import type { TwinSettings } from './start-twin.ts';

export interface AnswerContext {
  readonly grant: OAuthGrant | null;
  readonly webhooks: LinearWebhooks;
  readonly settings: TwinSettings;
  readonly ledger: Ledger;
  readonly runner: QueryRunner;
  readonly allowances: Map<string, Allowance>;
}

/** One request from its body to its answer, in the order in which Linear checks it. */
export async function answerQuery(
  context: AnswerContext,
  authorization: string | undefined,
  body: string | null,
  response: ServerResponse,
): Promise<void> {
  const { settings, ledger, runner } = context;
  const now = settings.now();
  const operation = parseOperation(body);
  const prepared = operation && runner.prepare(operation.query, operation.operationName);
  const isRunnable = prepared && !('errors' in prepared);
  const points = isRunnable ? deriveCost(prepared, operation.variables) : 0;
  const name = (isRunnable && prepared.operation.name?.value) || operation?.operationName || '';
  const entry = ledger.open(name, points, now);
  response.once('close', () => ledger.close(entry, 0));
  if (settings.onRequest && operation) {
    const place = ledger.entries.length - 1;
    const info = { name, ...operation, points, at: now, place };
    const fault = await settings.onRequest(info);
    if (fault) {
      if (typeof fault === 'object') ledger.close(entry, fault.status);
      return ledger.askToWaitUntil(applyFault(fault, response, now));
    }
  }
  const send = (refusal: Refusal, headers: Record<string, string>) => {
    ledger.close(entry, refusal.status);
    sendJson(response, refusal, headers);
  };
  const credential = authorize(authorization, { ...settings, acceptsToken: (token) => context.grant?.accepts(token, now) ?? false });
  if ('status' in credential) return send(credential, {});
  const allowance = findAllowance(context, credential, now);
  const refusal = decideRefusal(context, entry, allowance, operation, prepared, now);
  const headers = allowance.headers(points, now);
  if (refusal) return send(refusal, headers);
  const result = await runner.run(prepared as Runnable, (operation as Operation).variables, {
    company: settings.company,
    now,
    viewer: findViewer(settings),
    webhooks: context.webhooks,
    isAdministrator: settings.isNoAdministrator !== true,
    limitStatus: allowance.status(credential.secret, points, now),
  });
  send({ status: 200, body: result as Refusal['body'] }, headers);
}

type Runnable = Exclude<Prepared, { errors: unknown }>;

function decideRefusal(
  { ledger }: AnswerContext,
  { points }: LedgerEntry,
  allowance: Allowance,
  operation: Operation | null,
  prepared: Prepared | null,
  now: number,
): Refusal | null {
  const { isRefused, retryAt } = allowance.charge(points > MAX_QUERY_POINTS ? 0 : points, now);
  if (isRefused) {
    ledger.askToWaitUntil(retryAt);
    return refuseRateLimited(allowance.isTyped);
  }
  if (!operation || !prepared) return refuseMalformed('The body must be JSON with a query.');
  if ('errors' in prepared) return refuseInvalid(prepared.errors);
  if (points > MAX_QUERY_POINTS) return refuseTooComplex(points);
  return null;
}

function findAllowance(context: AnswerContext, { kind, secret }: Credential, now: number): Allowance {
  const known = context.allowances.get(secret);
  if (known) return known;
  const allowance = new Allowance(kind, context.settings.limits, now);
  context.allowances.set(secret, allowance);
  return allowance;
}

function findViewer({ company }: TwinSettings): User {
  const viewer = company.users.all.find(({ active, admin }) => active && admin);
  if (!viewer) throw new Error(`No active administrator in ${company.organization.name}`);
  return viewer;
}

function sendJson(response: ServerResponse, { status, body }: Refusal, headers: Record<string, string>): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}
