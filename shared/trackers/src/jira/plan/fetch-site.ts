import { z } from 'zod';
import type { MappingProblem } from '../../mapped.ts';
import type { KeptItem, Page } from '../../tracker.ts';
import { TrackerError } from '../../tracker-error.ts';
import { fetchServerInfo, findVersion, type JiraDeployment } from '../access/fetch-server-info.ts';
import { jiraId } from '../payloads/scalars.ts';
import { type SiteKind, siteKinds } from '../site/site-item.ts';
import type { JiraClient } from '../transport/jira-client.ts';
import { fetchFields } from './fetch-fields.ts';
import { fetchProjects } from './fetch-projects.ts';
import { fetchSprints } from './fetch-sprints.ts';
import { askOptional, type Optional } from './optional.ts';
import { withoutDecoration } from './without-decoration.ts';

export interface SiteQuestion {
  readonly deployment: JiraDeployment;
  /** Sprints that have not ended as far as is known: they begin and end without any issue changing. */
  readonly openSprintIds: readonly string[];
}

/**
 * What a site says of itself, as the items it is put together from. Only who it is and who asks must be answered: credentials
 * that have ended end the sync here, whatever else is shown to everybody.
 * @throws TrackerError
 */
export async function fetchSite(any: JiraClient, { deployment, openSprintIds }: SiteQuestion): Promise<Page> {
  const { baseUrl, deploymentType, serverTitle, version } = await fetchServerInfo(any.speaking('2'));
  const apiVersion = await findVersion(any, deployment);
  const client = any.speaking(apiVersion);
  const lists = await Promise.all([
    list('fields', siteKinds.field, () => fetchFields(client, deployment)),
    list('statuses', siteKinds.status, () => client.ask((jira) => jira.listStatus())),
    list('issue types', siteKinds.issueType, () => client.ask((jira) => jira.listIssueTypes())),
    list(
      'link types',
      siteKinds.linkType,
      async () => linkTypes.parse(await client.ask((jira) => jira.listIssueLinkTypes())).issueLinkTypes,
    ),
    list('priorities', siteKinds.priority, () => client.ask((jira) => jira.listPriorities())),
    list('projects', siteKinds.project, () => fetchProjects(client, deployment)),
    list('sprints', siteKinds.sprint, () => fetchSprints(client, openSprintIds)),
  ]);
  const payload = { baseUrl, deploymentType, serverTitle, version, apiVersion };
  const items = [{ kind: siteKinds.serverInfo, externalId: 'server', payload }, ...lists.flatMap(({ value }) => value)];
  return { items, endCursor: null, problems: lists.flatMap(({ problems }): readonly MappingProblem[] => problems) };
}

const linkTypes = z.object({ issueLinkTypes: z.array(z.unknown()) });
const withId = z.looseObject({ id: jiraId });

async function list(what: string, kind: SiteKind, ask: () => Promise<unknown>): Promise<Optional<readonly KeptItem[]>> {
  return askOptional(what, [], async () => {
    const parsed = z.array(z.unknown()).safeParse(await ask());
    if (!parsed.success) throw new TrackerError('transient', `Jira's list of ${what}: ${z.prettifyError(parsed.error)}`);
    return parsed.data.flatMap((item) => {
      const read = withId.safeParse(item);
      return read.success ? [{ kind, externalId: read.data.id, payload: withoutDecoration(item) }] : [];
    });
  });
}
