import { z } from 'zod';
import { readIssueAddress } from '../../mentions/read-issue-address.ts';
import type { Page } from '../../tracker.ts';
import { TrackerError } from '../../tracker-error.ts';
import { jiraId, maybeText, text } from '../payloads/scalars.ts';
import { isNotOffered } from '../transport/is-not-offered.ts';
import type { JiraClient } from '../transport/jira-client.ts';

const answer = z.array(z.object({ id: jiraId, relationship: maybeText, object: z.object({ url: text }) }));

/** The links to elsewhere of some issues, asked for one by one: Jira has no other way. Of those only what names an issue. @throws TrackerError */
export async function fetchRemoteLinks(client: JiraClient, ids: readonly string[]): Promise<Page> {
  return { items: await Promise.all(ids.map(async (id) => ({ id, remoteLinks: await fetchOfIssue(client, id) }))), endCursor: null };
}

async function fetchOfIssue(client: JiraClient, id: string): Promise<unknown[]> {
  let links: unknown;
  try {
    links = await client.get(`/issue/${id}/remotelink`);
  } catch (error) {
    // An issue that is not shown any more names nothing.
    if (isNotOffered(error)) return [];
    throw error;
  }
  const parsed = answer.safeParse(links);
  if (!parsed.success)
    throw new TrackerError('transient', `Jira's answer with the remote links of issue ${id}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.map(({ object: { url }, ...link }) => ({ ...link, url })).filter(({ url }) => readIssueAddress(url) !== null);
}
