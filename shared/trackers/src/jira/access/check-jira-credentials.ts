import { z } from 'zod';
import { TrackerError, type TrackerErrorKind } from '../../tracker-error.ts';
import type { JiraClient } from '../transport/jira-client.ts';
import { type AtlassianAccess, fetchAtlassianSites, fetchRenewedCredentials } from './atlassian.ts';
import { addressesOf, connectJira, type JiraAccess } from './connect-jira.ts';
import { deploymentOf, fetchServerInfo, findVersion, type JiraDeployment } from './fetch-server-info.ts';
import type { JiraCredentials, JiraOauthCredentials } from './jira-credentials.ts';

export type JiraCheck =
  | {
      readonly ok: true;
      readonly workspaceName: string;
      /** The same however the site is reached: Cloud's own id of it, else its base URL. */
      readonly workspaceId: string;
      readonly deployment: JiraDeployment;
      /** To be stored in place of those that were checked: using some renews them. */
      readonly credentials: JiraCredentials;
    }
  | { readonly ok: false; readonly kind: TrackerErrorKind /** The tracker's own words where it gave any. */; readonly reason: string };

/** Asks the site who it is and whose credentials these are; nothing is stored. */
export async function checkJiraCredentials(access: Omit<JiraAccess, 'storeCredentials'>): Promise<JiraCheck> {
  try {
    let credentials = await chooseSite(access);
    const { client } = connectJira({
      ...access,
      credentials,
      storeCredentials: async (renewed) => {
        credentials = renewed;
      },
    });
    const info = await fetchServerInfo(client);
    const deployment = deploymentOf(info);
    await findVersion(client, deployment);
    const address = normalizeAddress(info.baseUrl ?? access.baseUrl);
    const cloudId = credentials.kind === 'oauth' ? credentials.cloudId : deployment === 'cloud' ? await findCloudId(client) : null;
    return {
      ok: true,
      workspaceName: info.serverTitle ?? new URL(address).hostname,
      workspaceId: cloudId ?? address,
      deployment,
      credentials,
    };
  } catch (error) {
    if (error instanceof TrackerError) return { ok: false, kind: error.kind, reason: error.message };
    throw error;
  }
}

/** A grant may open several sites: the one at the address is meant. */
async function chooseSite({
  credentials,
  baseUrl,
  fetch,
  signal,
  now,
  atlassian,
}: Omit<JiraAccess, 'storeCredentials'>): Promise<JiraCredentials> {
  if (credentials.kind !== 'oauth' || credentials.cloudId !== null) return credentials;
  const access: AtlassianAccess = { addresses: addressesOf({ credentials, ...(atlassian && { atlassian }) }), fetch, signal, now };
  const current: JiraOauthCredentials =
    credentials.accessToken === null || credentials.expiresAt <= now() ? await fetchRenewedCredentials(access, credentials) : credentials;
  const sites = await fetchAtlassianSites(access, current.accessToken ?? '');
  const site = sites.find(({ url }) => normalizeAddress(url) === normalizeAddress(baseUrl));
  if (site) return { ...current, cloudId: site.id };
  const open = sites.map(({ url }) => url).join(', ') || 'none';
  throw new TrackerError('refused', `This access does not open ${normalizeAddress(baseUrl)}; it opens: ${open}.`);
}

const tenant = z.object({ cloudId: z.string().min(1) });

/** Told to anybody, where the site has it at all. */
async function findCloudId(client: JiraClient): Promise<string | null> {
  const answer = tenant.safeParse(await client.get('/tenant_info', {}, '/_edge').catch(() => null));
  return answer.success ? answer.data.cloudId : null;
}

function normalizeAddress(address: string): string {
  const url = URL.parse(address);
  return url ? `${url.origin}${url.pathname}`.replace(/\/+$/, '') : address;
}
