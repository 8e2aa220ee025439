import { z } from 'zod';
import { TrackerError } from '../../../tracker-error.ts';
import { isNotOffered } from '../../transport/is-not-offered.ts';
import type { JiraClient } from '../../transport/jira-client.ts';
import { askBisected } from '../ask-bisected.ts';
import { isWrongQuestion } from '../find-clock.ts';
import { jqlOfNames } from '../jql.ts';
import { searchCloud } from './search.ts';

/** Jira takes no more at once. */
const namesAtOnce = 100;

const answer = z.object({ issues: z.array(z.unknown()) });

/** Issues by id or key; those that are not shown are left out. @throws TrackerError */
export async function fetchIssuesByName(client: JiraClient, names: readonly string[], fields: readonly string[]): Promise<unknown[]> {
  const issues: unknown[] = [];
  for (let from = 0; from < names.length; from += namesAtOnce) {
    issues.push(...(await fetchBatch(client, names.slice(from, from + namesAtOnce), fields)));
  }
  return issues;
}

async function fetchBatch(client: JiraClient, names: readonly string[], fields: readonly string[]): Promise<readonly unknown[]> {
  try {
    const parsed = answer.safeParse(await client.post('/issue/bulkfetch', { issueIdsOrKeys: names, fields }));
    if (parsed.success) return parsed.data.issues;
    throw new TrackerError('transient', `Jira's answer to a question for issues has none: ${z.prettifyError(parsed.error)}`);
  } catch (error) {
    // Names that nobody knows may be all there are in it.
    if (!isNotOffered(error) && !isWrongQuestion(error)) throw error;
    return askBisected(client, names, fields, async (some) => {
      const { issues } = await searchCloud(client, { jql: jqlOfNames(some), fields, maxResults: some.length });
      return issues;
    });
  }
}
