import { presentFields } from '../payloads/field-payload.ts';
import { presentIssueType } from '../payloads/issue-type-payload.ts';
import { presentLinkType } from '../payloads/link-payload.ts';
import { presentPriority } from '../payloads/priority-payload.ts';
import { presentStatus } from '../payloads/status-payload.ts';
import { listIssueTypes } from '../site/issue-types.ts';
import type { JiraSite } from '../site/jira-site.ts';
import { RESOLUTIONS } from '../site/resolutions.ts';
import { listStatuses } from '../site/statuses.ts';
import { type Endpoint, ok } from './endpoint.ts';

/** What a site is configured with. */
export const siteEndpoints: readonly Endpoint[] = [
  { route: 'GET serverInfo', answer: ({ site }) => ok(presentServer(site)) },
  { route: 'GET field', answer: ({ site }) => ok(presentFields(site)) },
  { route: 'GET status', answer: ({ site }) => ok(listVisibleStatuses(site).map((status) => presentStatus(site, status))) },
  { route: 'GET issuetype', answer: ({ site }) => ok(listIssueTypes(site).map((type) => presentIssueType(site, type))) },
  {
    route: 'GET issueLinkType',
    answer: ({ site }) => ok({ issueLinkTypes: Object.values(site.edition.linkTypes).map((type) => presentLinkType(site, type)) }),
  },
  { route: 'GET priority', answer: ({ site }) => ok(site.edition.priorityNames.map((_, place) => presentPriority(site, place + 1))) },
  {
    route: 'GET resolution',
    answer: ({ site }) =>
      ok(RESOLUTIONS.map((each) => ({ self: `${site.baseUrl}/rest/api/2/resolution/${each.id}`, description: '', ...each }))),
  },
];

function presentServer({ baseUrl, isCloud, settings, time }: JiraSite) {
  const version = isCloud ? '1001.0.0-SNAPSHOT' : '9.12.15';
  return {
    baseUrl,
    version,
    versionNumbers: version.split(/[.-]/).slice(0, 3).map(Number),
    deploymentType: isCloud ? 'Cloud' : 'Server',
    buildNumber: isCloud ? 100_280 : 912_015,
    buildDate: time.write(Date.parse('2025-11-01T00:00:00Z')),
    serverTime: time.write(settings.now()),
    scmInfo: '0000000000000000000000000000000000000000',
    serverTitle: 'Jira',
  };
}

function listVisibleStatuses(site: JiraSite) {
  return listStatuses(site).filter(({ team }) => team === null || !site.hidden.has(team));
}
