import type { Page } from '../../tracker.ts';
import { fetchMyself } from '../access/fetch-server-info.ts';
import type { JiraClient } from '../transport/jira-client.ts';

/**
 * Where pages end, asks whether we are still who we were: a site that answers everybody shows the rest of its issues to nobody, and
 * says with all politeness that there are no more. @throws TrackerError
 */
export async function confirmEnd(client: JiraClient, page: Page): Promise<Page> {
  if (page.endCursor === null) await fetchMyself(client);
  return page;
}
