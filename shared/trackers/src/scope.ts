import { z } from 'zod';
import { connectJira } from './jira/access/connect-jira.ts';
import { readJiraCredentials, writeJiraCredentials } from './jira/access/jira-credentials.ts';
import { openLinearClient } from './linear/linear-client.ts';
import { readLinearCredentials, writeLinearCredentials } from './linear/linear-credentials.ts';
import { openLinearSession } from './linear/linear-session.ts';
import type { TrackerAccess } from './open-tracker.ts';

/** What can be left out of what is read: a team of Linear by its id, a project of Jira by its key. */
export interface ScopeChoice {
  readonly key: string;
  readonly name: string;
}

type Access = Pick<TrackerAccess, 'provider' | 'baseUrl' | 'credentials' | 'deployment' | 'fetch' | 'signal' | 'now' | 'storeCredentials'>;

const pageSize = 100;
const mostPages = 50;

/** What these credentials see, in the order of names. @throws TrackerError */
export async function fetchScopeChoices(access: Access): Promise<ScopeChoice[]> {
  const choices = access.provider === 'linear' ? await fetchTeams(access) : await fetchProjects(access);
  return choices.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

const teamsDocument = /* GraphQL */ `
  query ScopeTeams($first: Int!, $after: String) {
    teams(first: $first, after: $after) {
      nodes { id name }
      pageInfo { hasNextPage endCursor }
    }
  }
`;
const teams = z.object({
  teams: z.object({
    nodes: z.array(z.object({ id: z.string(), name: z.string() })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  }),
});

async function fetchTeams({ baseUrl, credentials, fetch, signal, now, storeCredentials }: Access): Promise<ScopeChoice[]> {
  const authorize = openLinearSession(readLinearCredentials(credentials), {
    fetch,
    signal,
    now,
    storeCredentials: (renewed) => storeCredentials(writeLinearCredentials(renewed)),
  });
  const client = openLinearClient({ authorize, apiUrl: baseUrl, fetch, signal, now });
  const found: ScopeChoice[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const { nodes, pageInfo }: z.infer<typeof teams>['teams'] = teams.parse(
      await client.ask(teamsDocument, { first: pageSize, after }),
    ).teams;
    found.push(...nodes.map(({ id, name }) => ({ key: id, name })));
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || after === null) break;
  }
  return found;
}

const project = z.object({ key: z.string().min(1), name: z.string() });
const projectPage = z.object({ values: z.array(project), isLast: z.boolean().optional() });

async function fetchProjects({ baseUrl, credentials, deployment, fetch, signal, now, storeCredentials }: Access): Promise<ScopeChoice[]> {
  const { client } = connectJira({
    baseUrl,
    credentials: readJiraCredentials(credentials),
    fetch,
    signal,
    now,
    storeCredentials: (renewed) => storeCredentials(writeJiraCredentials(renewed)),
  });
  if (deployment !== 'cloud') return z.array(project).parse(await client.get('/project'));
  const found: ScopeChoice[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const { values, isLast } = projectPage.parse(await client.get('/project/search', { startAt: found.length, maxResults: pageSize }));
    found.push(...values);
    if (isLast !== false || values.length === 0) break;
  }
  return found;
}

const linearItem = z.object({ team: z.object({ id: z.string() }) });
const jiraItem = z.object({ fields: z.object({ project: z.object({ key: z.string() }) }) });

/** By which of these an issue is read; null: it does not say. */
export function scopeKeyOf(provider: 'linear' | 'jira', item: unknown): string | null {
  if (provider === 'linear') return linearItem.safeParse(item).data?.team.id ?? null;
  return jiraItem.safeParse(item).data?.fields.project.key ?? null;
}
