import { z } from 'zod';
import type { JiraDeployment } from '../access/fetch-server-info.ts';
import { isNotOffered } from '../transport/is-not-offered.ts';
import type { JiraClient } from '../transport/jira-client.ts';
import { epochClock } from './find-clock.ts';
import { jqlOfChanges, oldestFirst } from './jql.ts';

/** What the names and types of all fields may come with, in any search. */
const named = z.object({
  names: z.record(z.string(), z.string()),
  schema: z.record(z.string(), z.unknown()).nullish(),
});

/** The site's fields; where there is no list of them, as a search tells them. @throws TrackerError */
export async function fetchFields(client: JiraClient, deployment: JiraDeployment): Promise<unknown> {
  try {
    return await client.ask((jira) => jira.listFields());
  } catch (error) {
    if (!isNotOffered(error)) throw error;
    const found = named.safeParse(await searchForOne(client, deployment));
    if (!found.success) throw error;
    const { names, schema } = found.data;
    return Object.entries(names).map(([id, name]) => ({ id, name, custom: id.startsWith('customfield_'), schema: schema?.[id] ?? null }));
  }
}

/** Any issue, with all there is to know. */
function searchForOne(client: JiraClient, deployment: JiraDeployment): Promise<unknown> {
  const jql = jqlOfChanges(0, epochClock, oldestFirst);
  const question = { maxResults: 1, fields: ['*all'] };
  return deployment === 'cloud'
    ? client.post('/search/jql', { jql, ...question, expand: 'names,schema' })
    : client.ask((jira) => jira.searchJira(jql, { startAt: 0, ...question, expand: ['names', 'schema'] }));
}
