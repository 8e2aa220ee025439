import { z } from 'zod';
import type { JiraClient } from '../../transport/jira-client.ts';
import { askOptional } from '../optional.ts';

const answer = z.object({ count: z.number() });

/** About how many issues there are; null: this Jira does not say. @throws TrackerError */
export async function countIssues(client: JiraClient, jql: string): Promise<number | null> {
  const { value } = await askOptional('count of issues', null, () => client.post('/search/approximate-count', { jql: jql.trim() }));
  const counted = answer.safeParse(value);
  return counted.success ? counted.data.count : null;
}
