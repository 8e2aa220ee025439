import { z } from 'zod';
import type { Page } from '../../../tracker.ts';
import { TrackerError } from '../../../tracker-error.ts';
import type { JiraClient } from '../../transport/jira-client.ts';
import { askSmaller } from '../ask-smaller.ts';
import { askByClock, epochClock, isWrongQuestion, jqlClock } from '../find-clock.ts';
import { type JqlClock, jqlOfChanges, oldestFirst } from '../jql.ts';
import { countIssues } from './count-issues.ts';
import { type CloudAnswer, searchCloud } from './search.ts';

/** Tokens of the last pages: one of them again leads in a circle. */
const keptTokens = 4;
const maxEmptyPages = 5;
const maxRestarts = 3;

const cursor = z.object({
  token: z.string().nullable(),
  earlier: z.array(z.string()),
  emptyPages: z.int(),
  /** How often it was begun anew: tokens end after some days, and pages sometimes before they should. */
  restarts: z.int(),
  seen: z.int(),
  clock: jqlClock,
});
type Cursor = z.infer<typeof cursor>;

const start: Cursor = { token: null, earlier: [], emptyPages: 0, restarts: 0, seen: 0, clock: epochClock };

export interface PageQuestion {
  readonly after: string | null;
  readonly sinceMs: number;
  readonly size: number;
  readonly fields: readonly string[];
  readonly order?: string;
}

/**
 * One page of a search. A missing token is an end; a repeated one, or many empty pages, are not, and are told.
 * @throws TrackerError
 */
export async function fetchIssuePage(client: JiraClient, question: PageQuestion): Promise<Page> {
  const at = question.after === null ? start : cursor.parse(JSON.parse(question.after));
  try {
    const turn = async (clock: JqlClock) => {
      const asked = { ...at, clock };
      return turnPage(client, question, asked, await search(client, question, asked));
    };
    return await (at.token === null ? askByClock(client, at.clock, turn) : turn(at.clock));
  } catch (error) {
    // The first page is asked for in the same words: where that works, it was the token.
    if (at.token === null || !isWrongQuestion(error) || at.restarts >= maxRestarts) throw error;
    return fetchIssuePage(client, { ...question, after: JSON.stringify(beginAnew(at)) });
  }
}

function search(
  client: JiraClient,
  { sinceMs, size, fields, order = oldestFirst }: PageQuestion,
  { token, clock }: Cursor,
): Promise<CloudAnswer> {
  const jql = jqlOfChanges(sinceMs, clock, order);
  return askSmaller(size, (maxResults) => searchCloud(client, { jql, fields, maxResults, nextPageToken: token ?? undefined }));
}

async function turnPage(client: JiraClient, question: PageQuestion, at: Cursor, answer: CloudAnswer): Promise<Page> {
  const { issues, nextPageToken } = answer;
  const seen = at.seen + issues.length;
  if (nextPageToken === null) return endPages(client, question, { ...at, seen }, issues);
  const earlier = at.token === null ? at.earlier : [...at.earlier, at.token].slice(-keptTokens);
  if (earlier.includes(nextPageToken)) throw new TrackerError('transient', 'Jira repeats a page of a search');
  const emptyPages = issues.length === 0 ? at.emptyPages + 1 : 0;
  if (emptyPages > maxEmptyPages)
    throw new TrackerError('transient', `Jira sent ${emptyPages} empty pages of a search, and says there are more`);
  return { items: issues, endCursor: JSON.stringify({ ...at, token: nextPageToken, earlier, emptyPages, seen } satisfies Cursor) };
}

const smallCount = 20;
/** The count is an estimate. */
const enoughOfCount = 0.9;

/** What ends far too early is read again, and told if it does so every time. */
async function endPages(client: JiraClient, question: PageQuestion, at: Cursor, issues: readonly unknown[]): Promise<Page> {
  if (question.sinceMs > 0) return { items: issues, endCursor: null };
  const counted = await countIssues(client, jqlOfChanges(0, at.clock, ''));
  if (counted === null || at.seen >= counted * enoughOfCount - smallCount) return { items: issues, endCursor: null };
  if (at.restarts < maxRestarts) return { items: issues, endCursor: JSON.stringify(beginAnew(at)) };
  const detail = `Jira counts about ${counted} issues and shows ${at.seen}`;
  return { items: issues, endCursor: null, problems: [{ kind: 'pages-incomplete', subject: 'issues', detail }] };
}

function beginAnew({ restarts, clock }: Cursor): Cursor {
  return { ...start, clock, restarts: restarts + 1 };
}
