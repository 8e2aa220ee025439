import { endpoints, type OauthOutcome } from '@speedtax/contract';
import { authorizeAddress, fetchTokens, type OauthApp, TrackerError } from '@speedtax/trackers';
import type { Principal } from '../auth/principal.ts';
import type { CheckedConnection } from '../connections/check-credentials.ts';
import { replaceCredentials } from '../connections/replace-credentials.ts';
import { storeConnection } from '../connections/store-connection.ts';
import type { ApiContext } from '../context.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { route } from '../http/route.ts';
import { checkJiraGrant, checkLinearGrant, type Grant, listSites, refused } from '../oauth/check-grant.ts';
import { beginFlow, endFlow, keepTokens, type OauthFlow, takeFlow } from '../oauth/oauth-flow.ts';
import { publicUrlOf } from '../webhooks/webhook-address.ts';

export const listOauthProviders = route(endpoints.listOauthProviders, async (_asked, { oauth }) => ({
  items: (['linear', 'jira'] as const).filter((provider) => oauth?.apps[provider] !== undefined),
}));

/** Where they come back to: a page, since the cookie of a session does not come along from another site. */
const returnPath = '/connect/return';

export const startOauth = route(endpoints.startOauth, async ({ body, principal, request }, context) => {
  const { provider, name, connectionId = null, startsPaused } = body;
  const app = appOf(context, provider);
  const redirectUri = `${publicUrlOf(context, request).replace(/\/+$/, '')}${returnPath}`;
  const { organizationId } = principal;
  const { state, challenge } = await beginFlow(context, { organizationId, provider, connectionId, name, startsPaused, redirectUri });
  return { url: authorizeAddress(provider, app, { state, challenge, redirectUri }) };
});

export const finishOauth = route(endpoints.finishOauth, async ({ body: { state, code, siteId }, principal }, context) => {
  const flow = await takeFlow(context, principal.organizationId, state);
  if (!flow || (flow.tokens === null && (flow.verifier === null || code === undefined))) throw strangeReturn();
  const app = appOf(context, flow.provider);
  const fetch = context.oauth?.fetch;
  if (!fetch) throw notConfigured(flow.provider);
  try {
    const { redirectUri, verifier } = flow;
    const wish = { code: code ?? '', verifier: verifier ?? '', redirectUri };
    const tokens = flow.tokens ?? (await fetchTokens(flow.provider, { app, fetch, now: context.now }, wish));
    return await connectGrant(context, principal, { ...flow, tokens }, { app, tokens, fetch, now: context.now }, siteId);
  } catch (error) {
    if (error instanceof TrackerError) throw refused(error.message);
    throw error;
  }
});

async function connectGrant(
  context: ApiContext,
  principal: Principal,
  flow: OauthFlow,
  grant: Grant,
  siteId: string | undefined,
): Promise<OauthOutcome> {
  if (flow.provider === 'linear') return store(context, principal, flow, await checkLinearGrant(grant));
  const sites = await listSites(grant);
  const site = sites.length === 1 ? sites[0] : sites.find(({ id }) => id === siteId);
  if (site) return store(context, principal, flow, await checkJiraGrant(grant, site));
  if (sites.length === 0) throw refused('This access opens no site of Jira.');
  await keepTokens(context, flow);
  return { connection: null, sites: sites.map(({ id, url, name }) => ({ id, url, name })) };
}

async function store(context: ApiContext, principal: Principal, flow: OauthFlow, checked: CheckedConnection): Promise<OauthOutcome> {
  const { provider, name, startsPaused, connectionId } = flow;
  const connection = connectionId
    ? await replaceCredentials(context, principal, connectionId, checked)
    : await storeConnection(context, principal, { provider, name, checked, startsPaused });
  await endFlow(context, flow);
  return { connection, sites: [] };
}

function appOf({ oauth }: ApiContext, provider: 'linear' | 'jira'): OauthApp {
  const app = oauth?.apps[provider];
  if (!app) throw notConfigured(provider);
  return app;
}

function notConfigured(provider: 'linear' | 'jira'): HttpProblem {
  const name = provider === 'linear' ? 'LINEAR' : 'JIRA';
  return new HttpProblem(422, 'oauth_not_configured', 'There is no app for this tracker', {
    detail: `Set ${name}_CLIENT_ID and ${name}_CLIENT_SECRET, or connect with a key or a token.`,
  });
}

function strangeReturn(): HttpProblem {
  return new HttpProblem(422, 'unknown_state', 'Nobody was sent to the tracker with this', {
    detail: 'It was used already, took more than ten minutes, or comes from somewhere else. Begin again.',
  });
}
