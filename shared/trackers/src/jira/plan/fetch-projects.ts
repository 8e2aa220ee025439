import { z } from 'zod';
import { TrackerError } from '../../tracker-error.ts';
import type { JiraDeployment } from '../access/fetch-server-info.ts';
import { isNotOffered } from '../transport/is-not-offered.ts';
import type { JiraClient } from '../transport/jira-client.ts';

const pageSize = 100;
/** A hundred thousand projects. */
const maxPages = 1_000;

const page = z.object({ values: z.array(z.unknown()), isLast: z.boolean().nullish(), total: z.number().nullish() });

/** All projects with their leads, archived ones too. @throws TrackerError */
export async function fetchProjects(client: JiraClient, deployment: JiraDeployment): Promise<unknown> {
  if (deployment === 'server') return fetchAtOnce(client);
  try {
    return await fetchPages(client);
  } catch (error) {
    if (isNotOffered(error)) return fetchAtOnce(client);
    throw error;
  }
}

async function fetchPages(client: JiraClient): Promise<unknown[]> {
  const projects: unknown[] = [];
  for (let pages = 0; pages < maxPages; pages += 1) {
    const query = { startAt: projects.length, maxResults: pageSize, expand: 'lead', status: ['live', 'archived'] };
    const parsed = page.safeParse(await client.get('/project/search', query));
    if (!parsed.success) throw new TrackerError('transient', `Jira's list of projects: ${z.prettifyError(parsed.error)}`);
    const { values, isLast, total } = parsed.data;
    projects.push(...values);
    if (values.length === 0 || isLast === true || (typeof total === 'number' && projects.length >= total)) return projects;
  }
  throw new TrackerError('refused', `Jira has more than ${maxPages * pageSize} projects`);
}

function fetchAtOnce(client: JiraClient): Promise<unknown> {
  return client.get('/project', { expand: 'lead', includeArchived: true });
}
