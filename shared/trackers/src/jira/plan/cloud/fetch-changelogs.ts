import { z } from 'zod';
import { TrackerError } from '../../../tracker-error.ts';
import { jiraId } from '../../payloads/scalars.ts';
import type { JiraClient } from '../../transport/jira-client.ts';
import { askSmaller } from '../ask-smaller.ts';

/** Of histories, over all the issues of a question. */
const pageSize = 5_000;
/** Ten thousand changes of each issue of a full question. */
const maxPages = 2_000;
const maxEmptyPages = 5;

const answer = z.object({
  issueChangeLogs: z.array(z.object({ issueId: jiraId, changeHistories: z.array(z.unknown()).nullish() })).nullish(),
  nextPageToken: z.string().min(1).nullish(),
});

/** All changes of these issues, by issue id; of those without any Jira says nothing. @throws TrackerError */
export async function fetchChangelogs(client: JiraClient, ids: readonly string[]): Promise<Map<string, unknown[]>> {
  const histories = new Map<string, unknown[]>();
  const tokens = new Set<string>();
  let emptyPages = 0;
  for (let pages = 0, token: string | undefined; pages < maxPages; pages += 1) {
    const page = await fetchPage(client, ids, token);
    // One issue's changes may be spread over several pages.
    for (const { issueId, changeHistories } of page.issueChangeLogs ?? [])
      histories.set(issueId, [...(histories.get(issueId) ?? []), ...(changeHistories ?? [])]);
    token = page.nextPageToken ?? undefined;
    if (token === undefined) return histories;
    if (tokens.has(token)) throw new TrackerError('transient', 'Jira repeats a page of changes');
    tokens.add(token);
    emptyPages = page.issueChangeLogs?.length ? 0 : emptyPages + 1;
    if (emptyPages > maxEmptyPages)
      throw new TrackerError('transient', `Jira sent ${emptyPages} empty pages of changes, and says there are more`);
  }
  throw new TrackerError('refused', `the changes of ${ids.length} issues have more than ${maxPages} pages`);
}

async function fetchPage(client: JiraClient, ids: readonly string[], token: string | undefined): Promise<z.infer<typeof answer>> {
  const parsed = answer.safeParse(
    await askSmaller(pageSize, (maxResults) =>
      client.post('/changelog/bulkfetch', { issueIdsOrKeys: ids, maxResults, ...(token !== undefined && { nextPageToken: token }) }),
    ),
  );
  if (parsed.success) return parsed.data;
  throw new TrackerError('transient', `Jira's answer to a question for changes: ${z.prettifyError(parsed.error)}`);
}
