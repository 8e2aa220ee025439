import type { Page } from '../../tracker.ts';
import type { JiraClient } from '../transport/jira-client.ts';

/** One of the two kinds of Jira, as pages of items: the sync sees no difference. */
export interface JiraReader {
  /** Issues of all levels, in order of creation, that changed since (epoch milliseconds; 0: all). @throws TrackerError */
  fetchIssues(question: IssueQuestion): Promise<Page>;
  /** Those of these ids and keys that are shown. @throws TrackerError */
  fetchIssuesByName(names: readonly string[]): Promise<Page>;
  /** `{id, createdAt}` of all issues, newest first. @throws TrackerError */
  fetchIssueIds(question: Pick<IssueQuestion, 'after' | 'size'>): Promise<Page>;
  /** `{id, histories}` of those of these issues that are shown. @throws TrackerError */
  fetchChangelogs(ids: readonly string[]): Promise<Page>;
}

export interface IssueQuestion {
  /** Where the page before ended; null: the first. */
  readonly after: string | null;
  readonly sinceMs: number;
  readonly size: number;
}

export interface ReaderOptions {
  readonly client: JiraClient;
  /** What issues are asked for, by what is known of the site's fields by now. */
  readonly fields: () => readonly string[];
}
