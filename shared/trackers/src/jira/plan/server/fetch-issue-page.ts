import { z } from 'zod';
import type { Page } from '../../../tracker.ts';
import { TrackerError } from '../../../tracker-error.ts';
import type { JiraClient } from '../../transport/jira-client.ts';
import { askSmaller } from '../ask-smaller.ts';
import { askByClock, epochClock, jqlClock } from '../find-clock.ts';
import { type JqlClock, jqlOfChanges, type newestFirst, oldestFirst } from '../jql.ts';
import { readSweptIssue } from '../swept-issue.ts';
import { searchServer } from './search.ts';

const cursor = z.object({
  startAt: z.int(),
  /** The last issue of the page before. */
  last: z.object({ id: z.string(), createdAt: z.string() }).nullable(),
  clock: jqlClock,
});
type Cursor = z.infer<typeof cursor>;

const start: Cursor = { startAt: 0, last: null, clock: epochClock };
/** Pages to go back for one page: more issues than that vanish only with the rights to see them. */
const maxStepsBack = 20;

export interface PageQuestion {
  readonly after: string | null;
  readonly sinceMs: number;
  readonly size: number;
  readonly fields: readonly string[];
  readonly expand?: readonly string[];
  readonly order?: typeof oldestFirst | typeof newestFirst;
}

/**
 * One page of a search by offsets. When issues leave what is searched, all behind them move up, and an offset skips as many: so
 * every page begins with the last issue of the page before, and where that is not to be seen, pages are gone back until there is no
 * gap. Issues that come in move the others down, and some are read twice, which changes nothing.
 * @throws TrackerError
 */
export async function fetchIssuePage(client: JiraClient, question: PageQuestion): Promise<Page> {
  const at = question.after === null ? start : cursor.parse(JSON.parse(question.after));
  return askByClock(client, at.clock, (clock) => fetchFrom(client, question, at, clock));
}

async function fetchFrom(client: JiraClient, question: PageQuestion, at: Cursor, clock: JqlClock): Promise<Page> {
  const { sinceMs, size, fields, expand, order = oldestFirst } = question;
  const jql = jqlOfChanges(sinceMs, clock, order);
  let from = at.last ? Math.max(0, at.startAt - 1) : at.startAt;
  let known = at.last;
  for (let stepsBack = 0; stepsBack <= maxStepsBack; ) {
    const startAt = from;
    const { issues, total } = await askSmaller(size, (maxResults) =>
      searchServer(client, { jql, startAt, maxResults, fields, ...(expand && { expand }) }),
    );
    const fresh = findFresh(issues, known, order);
    if (fresh === null) {
      from = Math.max(0, from - Math.max(1, size - 1));
      // Before the first there is nothing to miss.
      if (from === 0) known = null;
      stepsBack += 1;
      continue;
    }
    const next = from + issues.length;
    const isLast = total === null ? issues.length === 0 : next >= total;
    if (issues.length === 0 && !isLast) throw new TrackerError('transient', `Jira counts ${total} issues and shows none from ${from} on`);
    if (fresh.length > 0 || isLast) {
      const last = issues.slice(-1).map(readSweptIssue)[0] ?? at.last;
      return { items: fresh, endCursor: isLast ? null : JSON.stringify({ startAt: next, last, clock } satisfies Cursor) };
    }
    // A page of nothing but what is known: what follows it is asked for by itself.
    from = next;
    known = null;
  }
  throw new TrackerError('transient', 'Jira’s pages shift faster than they can be read');
}

/** What of a page comes after the page before, of which `last` is the end; null: something may lie between. */
function findFresh(issues: readonly unknown[], last: Cursor['last'], order: string): readonly unknown[] | null {
  if (last === null) return issues;
  const swept = issues.map(readSweptIssue);
  const place = swept.findIndex(({ id }) => id === last.id);
  if (place >= 0) return issues.slice(place + 1);
  const [first] = swept;
  if (first === undefined) return null;
  const isBefore = order === oldestFirst ? first.createdAt < last.createdAt : first.createdAt > last.createdAt;
  return isBefore ? issues : null;
}
