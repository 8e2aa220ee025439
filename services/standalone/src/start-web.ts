import { randomBytes } from 'node:crypto';
import {
  type ApiContext,
  defaultLimits,
  localSessionCookie,
  makeCheckCredentials,
  makeLocalSessions,
  makeMail,
  mapOauthAccess,
  mapSignInSettings,
  openAccounts,
  prepareFirstOrganization,
  startApiService,
} from '@speedtax/api';
import type { Environment, GuardedFetch, Shutdown, TrackerAccess } from '@speedtax/runtime';
import { buildDashboard, dashboardFolder } from './dashboard-build.ts';
import { startDashboardProcess } from './dashboard-process.ts';
import type { Demo } from './demo.ts';
import { findFreePort } from './free-port.ts';
import type { Steps } from './steps.ts';

export interface Web {
  readonly url: string;
  readonly organizationId: string;
  /** Reached from other machines: everybody signs in with a password. */
  readonly isExposed: boolean;
  /** Fulfilled when pages are served; rejected when the dashboard cannot be built or started. */
  readonly dashboardReady: Promise<void>;
  /** Asks our own API as the local user. @throws with the API's explanation where it refuses */
  request(method: string, path: string, body?: unknown): Promise<unknown>;
}

export interface WebOptions extends Pick<ApiContext, 'database' | 'queue' | 'logger' | 'metrics' | 'secretKeys' | 'now'> {
  readonly access: TrackerAccess;
  readonly trackers: GuardedFetch;
  readonly demo: Demo | null;
  readonly secret: string;
  readonly databaseUrl: string;
  readonly environment: Environment;
  readonly steps: Steps;
  readonly shutdown: Shutdown;
}

/** The public port: the API in this process, the dashboard behind it in another. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const { database, queue, logger, metrics, secretKeys, now, access, trackers, demo, secret, environment, shutdown } = options;
  const organizationId = await prepareFirstOrganization(database, {
    name: demo?.companyName ?? 'My organization',
    isDemo: demo !== null,
    bootstrapToken: environment.bootstrapToken,
  });
  const accounts = openAccounts({
    databaseUrl: options.databaseUrl,
    database,
    secret,
    settings: mapSignInSettings(environment, `http://localhost:${environment.port}`),
    mail: makeMail({ smtpUrl: environment.smtpUrl, from: environment.mailFrom, print: (text) => options.steps.say(text) }),
    firstOrganizationId: organizationId,
    logger,
    now,
  });
  shutdown.register({ name: 'accounts', close: () => accounts.close() });
  const isExposed = !isLoopbackAddress(environment.host);
  // A cookie from the time when this machine was alone is worth nothing now.
  const sessions = makeLocalSessions(isExposed ? randomBytes(32).toString('hex') : secret);
  const dashboardPort = await findFreePort();
  const api = await startApiService(
    {
      database,
      queue,
      logger,
      metrics,
      secretKeys,
      now,
      checkCredentials: makeCheckCredentials(access, trackers.fetch),
      channels: { canMail: environment.smtpUrl !== undefined, access },
      // Whoever reaches this machine from elsewhere is not the one who sits at it.
      localSignIn: { organizationId, sessions, signsInPages: !isExposed },
      accounts,
      trustedProxies: environment.trustedProxies,
      dashboardUrl: `http://127.0.0.1:${dashboardPort}`,
      publicUrl: environment.publicUrl ?? null,
      trackerFetch: trackers.fetch,
      oauth: mapOauthAccess(environment, access, trackers.fetch),
      limits: defaultLimits,
    },
    { port: environment.port, host: environment.host },
  );
  shutdown.register({ name: 'api', close: () => api.close() });
  const url = `http://localhost:${api.port}`;
  const dashboardReady = openDashboard(options, dashboardPort, api.port);
  // Whoever waits for it is told; until then a failure must not end the process.
  dashboardReady.catch(() => {});

  return {
    url,
    organizationId,
    isExposed,
    dashboardReady,
    async request(method, path, body) {
      const cookie = `${localSessionCookie}=${await sessions.seal(organizationId, now())}`;
      const response = await fetch(`http://127.0.0.1:${api.port}${path}`, {
        method,
        headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
      return response.status === 204 ? undefined : response.json();
    },
  };
}

async function openDashboard({ steps, shutdown }: WebOptions, port: number, apiPort: number): Promise<void> {
  await buildDashboard(shutdown.signal);
  if (shutdown.signal.aborted) return;
  const dashboard = startDashboardProcess(dashboardFolder, port, { SPEEDTAX_API_URL: `http://127.0.0.1:${apiPort}` });
  shutdown.register({ name: 'dashboard', close: () => dashboard.close() });
  dashboard.ended.then((reason) => {
    if (!shutdown.signal.aborted) steps.say(`The dashboard ended by itself (${reason}). The API goes on; start again to have pages back.`);
  });
  await dashboard.ready;
}

/** Is this address to listen on reached from this machine alone? */
function isLoopbackAddress(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
