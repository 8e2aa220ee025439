import type { TrackerAccess } from '../open-tracker.ts';
import type { Page, PageRequest, Phase, Tracker } from '../tracker.ts';
import { connectJira } from './access/connect-jira.ts';
import { deploymentOf, fetchServerInfo } from './access/fetch-server-info.ts';
import { readJiraCredentials, writeJiraCredentials } from './access/jira-credentials.ts';
import { type KnownSite, knowSite } from './known-site.ts';
import { learnFromPage } from './learn-from-page.ts';
import { mapItem, mapTogether, nameItem } from './map-item.ts';
import { openCloudReader } from './plan/cloud/open-cloud-reader.ts';
import { fetchPeople } from './plan/fetch-people.ts';
import { fetchRemoteLinks } from './plan/fetch-remote-links.ts';
import { fetchSite } from './plan/fetch-site.ts';
import { jiraPlan } from './plan/jira-plan.ts';
import type { JiraReader } from './plan/jira-reader.ts';
import { openServerReader } from './plan/server/open-server-reader.ts';
import { jiraMapping } from './site/jira-mapping.ts';
import { allSiteKinds } from './site/site-item.ts';
import type { JiraClient } from './transport/jira-client.ts';

/** Jira tells of an issue what it is called; what that means is put together from the site's words. @throws TrackerError */
export async function openJiraTracker(access: TrackerAccess): Promise<Tracker> {
  const { connectionId, baseUrl, fetch, signal, now } = access;
  const { client, budget } = connectJira({
    baseUrl,
    credentials: readJiraCredentials(access.credentials),
    fetch,
    signal,
    now,
    storeCredentials: (renewed) => access.storeCredentials(writeJiraCredentials(renewed)),
  });
  const deployment = access.deployment ?? deploymentOf(await fetchServerInfo(client));
  const items = await access.listKept(allSiteKinds);
  const known = knowSite({ connectionId, connectionUrl: baseUrl, mapping: jiraMapping.parse(access.mapping ?? {}), items });
  const plan = jiraPlan(deployment, access.hasOthers ?? false);
  const reader = lazily(() => openReader(client, known, deployment));

  async function fetchPage(phase: Phase, request: PageRequest): Promise<Page> {
    if (phase.name === 'site') return fetchSite(client, { deployment, openSprintIds: known.openSprintIds() });
    if (phase.of === 'remote-links') return fetchRemoteLinks(versioned(client, known, deployment), idsOf(phase, request));
    if (phase.reading === 'histories') return reader().fetchChangelogs(idsOf(phase, request));
    if ('ids' in request) return reader().fetchIssuesByName(request.ids);
    const { after, sinceMs } = readPosition(phase, request);
    if (phase.reading === 'sweep') return reader().fetchIssueIds({ after, size: phase.pageSize });
    if (phase.name === 'issues') return reader().fetchIssues({ after, sinceMs, size: phase.pageSize });
    // The list of people does not tell who has changed: it is read now and then.
    if (sinceMs > 0) return { items: [], endCursor: null };
    return fetchPeople(versioned(client, known, deployment), deployment, after, phase.pageSize);
  }

  return {
    plan,
    fetchPage,
    learn: (phase, found, companionOf) => learnFromPage(known, phase, found, companionOf),
    map: (phase, item, companion) => mapItem(known.current(), phase, item, companion),
    mapAll: (phase, found) => mapTogether(known.current(), phase, found),
    keep: (phase, item) => nameItem(known.current(), phase, item),
    digest: known.digest,
    requests: client.requests,
    clockSkewMs: client.clockSkewMs,
    budgetLeft: budget.left,
  };
}

type Deployment = ReturnType<typeof deploymentOf>;

/** Cloud is asked in its own version, unless it was seen not to have it. */
function versioned(client: JiraClient, known: KnownSite, deployment: Deployment): JiraClient {
  return client.speaking(deployment === 'cloud' ? (known.apiVersion() ?? '3') : '2');
}

function openReader(client: JiraClient, known: KnownSite, deployment: Deployment): JiraReader {
  const options = { client: versioned(client, known, deployment), fields: known.fields };
  return deployment === 'cloud' ? openCloudReader(options) : openServerReader(options);
}

/** The site is asked first, and may say something that the reader is opened with. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function idsOf(phase: Phase, request: PageRequest): readonly string[] {
  if ('ids' in request) return request.ids;
  throw new Error(`Phase ${phase.name}: expected to be asked for by ids`);
}

function readPosition(phase: Phase, request: PageRequest): { after: string | null; sinceMs: number } {
  if ('ids' in request || 'order' in request) throw new Error(`Phase ${phase.name}: expected to be asked for page by page`);
  const { after, since } = request;
  return { after, sinceMs: since === undefined ? 0 : Date.parse(since) };
}
