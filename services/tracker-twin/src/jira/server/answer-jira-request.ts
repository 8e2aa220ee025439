import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { applyFault } from '../../server/faults.ts';
import type { Ledger, LedgerEntry } from '../../server/ledger.ts';
import { readBody } from '../../server/read-body.ts';
import type { EndpointContext } from '../endpoints/endpoint.ts';
import { findEndpoint, nameOf } from '../endpoints/find-endpoint.ts';
import { registerForAdministrator } from '../endpoints/webhook-endpoints.ts';
import type { JiraDoor } from './jira-access.ts';
import { type Address, readAddress } from './jira-address.ts';
import { JiraRefusal, refuse, refuseUnknownPath } from './jira-errors.ts';
import type { JiraAllowance } from './jira-limits.ts';
import type { JiraAnswer, JiraRequest } from './jira-request.ts';
import type { OAuthGrant } from './oauth-grant.ts';

export interface ServerContext extends EndpointContext {
  readonly ledger: Ledger;
  readonly door: JiraDoor;
  readonly grant: OAuthGrant | null;
  readonly allowance: JiraAllowance;
}

/** What nobody needs credentials for, and what answers nobody at all. */
const OPEN_TO_NOBODY: ReadonlySet<string> = new Set(['serverInfo', 'search', 'search/jql', 'project', 'project/search', 'field', 'status']);
const NOTHING: Readonly<Record<string, unknown>> = {
  search: { startAt: 0, maxResults: 50, total: 0, issues: [] },
  'search/jql': { issues: [], isLast: true },
  project: [],
  'project/search': { startAt: 0, maxResults: 50, total: 0, isLast: true, values: [] },
};

/** One request from its first line to its answer, in the order in which Jira checks it. */
export async function answerJiraRequest(context: ServerContext, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { site, ledger } = context;
  const now = site.settings.now();
  const text = await readBody(incoming);
  const address = readAddress(site, incoming.url ?? '/');
  const method = incoming.method ?? 'GET';
  const found = address.api === null ? undefined : findEndpoint(site.settings.deployment, method, address.api);
  const name = found ? nameOf(found.endpoint) : '';
  const entry = ledger.open(`${method} ${name || address.path}`, 1, now);
  response.once('close', () => ledger.close(entry, 0));
  const request: JiraRequest = {
    name,
    method,
    path: address.api ?? address.path,
    params: found?.params ?? [],
    query: address.query,
    isGateway: address.isGateway,
    body: parseJson(text),
    at: now,
    place: ledger.entries.length - 1,
  };
  const fault = await site.settings.onRequest?.(request);
  if (fault) {
    if (typeof fault === 'object') ledger.close(entry, fault.status);
    return ledger.askToWaitUntil(applyFault(fault, response, now));
  }
  const answer = decideAnswer(context, request, address, incoming.headers.authorization, entry);
  const body = site.settings.onAnswer && answer.status === 200 ? site.settings.onAnswer(request, answer.body) : answer.body;
  ledger.close(entry, answer.status);
  const isCompressed = site.settings.compresses === true && /\bgzip\b/.test(String(incoming.headers['accept-encoding']));
  send(response, { ...answer, body, headers: { ...context.allowance.headers(), ...answer.headers } }, isCompressed);
}

function decideAnswer(
  context: ServerContext,
  request: JiraRequest,
  address: Address,
  authorization: string | undefined,
  entry: LedgerEntry,
): JiraAnswer {
  const { site, allowance, door, ledger } = context;
  const outside = answerOutside(context, request, address, authorization);
  if (outside) return outside;
  const access = door.decide(authorization, address.isGateway, request.at);
  if (typeof access === 'object') return access;
  if (address.path === '/rest/webhooks/1.0/webhook' && access === 'granted' && !address.isGateway && request.method === 'POST')
    return site.settings.isNoAdministrator
      ? refuse(403, 'You are not authorized to perform this action.')
      : registerForAdministrator(context, request);
  const absent = site.settings.absent?.[request.name];
  if (absent !== undefined) return refuse(absent, 'This site has no such thing.');
  if (access === 'anonymous' && !OPEN_TO_NOBODY.has(request.name)) {
    return refuse(401, 'Client must be authenticated to access this resource.');
  }
  if (access === 'anonymous' && request.name in NOTHING) return { status: 200, body: NOTHING[request.name] };
  const refusal = allowance.charge(`${request.method} ${request.name}`, request.at);
  if (refusal) {
    ledger.askToWaitUntil(refusal.retryAt);
    return { ...refuse(429, 'Rate limit exceeded.'), headers: refusal.headers };
  }
  const answer = runEndpoint(context, request);
  const content = countIssues(answer.body);
  entry.points += content;
  allowance.chargeContent(content);
  return answer;
}

/** What is asked beside the API: tokens, sites, the id of the site. */
function answerOutside(
  { grant, site }: ServerContext,
  request: JiraRequest,
  { path }: Address,
  authorization: string | undefined,
): JiraAnswer | null {
  const { organization } = site.company;
  if (path === '/_edge/tenant_info' && site.isCloud) return { status: 200, body: { cloudId: organization.id } };
  if (path === '/authorize' && grant) return presentConsent(grant, `${site.baseUrl}${path}?${request.query}`);
  if (path === '/oauth/token' && grant && request.method === 'POST') return grant.refresh(request.body, request.at);
  if (path !== '/oauth/token/accessible-resources' || !grant) return null;
  const token = authorization?.replace(/^Bearer /i, '') ?? '';
  return grant.listResources(token, { id: organization.id, url: site.baseUrl, name: organization.urlKey }, request.at);
}

function presentConsent(grant: OAuthGrant, address: string): JiraAnswer {
  const { status, html, location } = grant.consent.answer(new URL(address));
  return { status, body: html ?? '', ...(location && { headers: { Location: location } }) };
}

function runEndpoint(context: ServerContext, request: JiraRequest): JiraAnswer {
  const { site } = context;
  const isLate = site.settings.hasIndexLag === true && request.name.startsWith('search');
  if (!site.settings.hasIndexLag) site.index.refresh(site.company);
  const found = findEndpoint(site.settings.deployment, request.method, request.path);
  try {
    return found ? found.endpoint.answer(context, request) : refuseUnknownPath(request.path);
  } catch (error) {
    if (error instanceof JiraRefusal) return error.answer;
    throw error;
  } finally {
    if (isLate) site.index.refresh(site.company);
  }
}

/** What an answer costs beside the request itself: one point for each issue in it. */
function countIssues(body: unknown): number {
  const issues = typeof body === 'object' && body !== null && 'issues' in body ? body.issues : null;
  return Array.isArray(issues) ? issues.length : 0;
}

function send(response: ServerResponse, { status, body, headers }: JiraAnswer, isCompressed: boolean): void {
  const isText = typeof body === 'string';
  const text = isText ? body : JSON.stringify(body);
  const content = isCompressed ? gzipSync(text) : Buffer.from(text);
  response.writeHead(status, {
    'Content-Type': isText ? 'text/html;charset=UTF-8' : 'application/json;charset=UTF-8',
    'Content-Length': content.length,
    ...(isCompressed && { 'Content-Encoding': 'gzip' }),
    ...headers,
  });
  response.end(content);
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
