import { z } from 'zod';
import { TrackerError } from '../../../tracker-error.ts';
import type { JiraClient } from '../../transport/jira-client.ts';

export interface CloudQuestion {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly maxResults: number;
  readonly nextPageToken?: string | undefined;
}

export interface CloudAnswer {
  readonly issues: readonly unknown[];
  /** null: this was the last page. */
  readonly nextPageToken: string | null;
}

const answer = z.object({ issues: z.array(z.unknown()), nextPageToken: z.string().min(1).nullish(), isLast: z.boolean().nullish() });

/** The search that Cloud has since 2025: it knows tokens and no offsets, and says nothing of an offset that it ignores. @throws TrackerError */
export async function searchCloud(client: JiraClient, { nextPageToken, ...question }: CloudQuestion): Promise<CloudAnswer> {
  const asked = { ...question, ...(nextPageToken !== undefined && { nextPageToken }) };
  const parsed = answer.safeParse(await client.post('/search/jql', asked));
  if (!parsed.success) throw new TrackerError('transient', `Jira's answer to a search has no issues: ${z.prettifyError(parsed.error)}`);
  const { issues, nextPageToken: next, isLast } = parsed.data;
  if (isLast === false && !next) throw new TrackerError('transient', 'Jira has more pages of a search and does not say where');
  return { issues, nextPageToken: isLast === true ? null : (next ?? null) };
}
