import { z } from 'zod';
import { TrackerError } from '../../../tracker-error.ts';
import { isNotOffered } from '../../transport/is-not-offered.ts';
import type { JiraClient } from '../../transport/jira-client.ts';

export interface ServerQuestion {
  readonly jql: string;
  readonly startAt: number;
  readonly maxResults: number;
  readonly fields: readonly string[];
  readonly expand?: readonly string[];
  /** false: names that Jira does not know are ignored. */
  readonly validateQuery?: boolean;
}

export interface ServerAnswer {
  readonly issues: readonly unknown[];
  /** How many there are, whatever the page; null: it does not say. */
  readonly total: number | null;
}

const answer = z.object({ issues: z.array(z.unknown()), total: z.number().nullish() });

/** The search of Server and Data Center. @throws TrackerError */
export async function searchServer(client: JiraClient, question: ServerQuestion): Promise<ServerAnswer> {
  const parsed = answer.safeParse(await postOrGet(client, question));
  if (!parsed.success) throw new TrackerError('transient', `Jira's answer to a search has no issues: ${z.prettifyError(parsed.error)}`);
  return { issues: parsed.data.issues, total: parsed.data.total ?? null };
}

async function postOrGet(client: JiraClient, { jql, ...question }: ServerQuestion): Promise<unknown> {
  try {
    return await client.ask((jira) => jira.searchJira(jql, question as object));
  } catch (error) {
    if (!isNotOffered(error)) throw error;
    const { fields, expand = [], ...rest } = question;
    return client.get('/search', { jql, ...rest, fields: fields.join(','), ...(expand.length > 0 && { expand: expand.join(',') }) });
  }
}
