import { z } from 'zod';
import type { Page } from '../../tracker.ts';
import { TrackerError } from '../../tracker-error.ts';
import type { JiraDeployment } from '../access/fetch-server-info.ts';
import { userPayload } from '../payloads/user.ts';
import type { JiraClient } from '../transport/jira-client.ts';
import { askOptional } from './optional.ts';
import { withoutDecoration } from './without-decoration.ts';

const cursor = z.object({ startAt: z.int() });

/** Everybody with an account, to know who has left: issues show people as they were when they were read. @throws TrackerError */
export async function fetchPeople(client: JiraClient, deployment: JiraDeployment, after: string | null, size: number): Promise<Page> {
  const { startAt } = after === null ? { startAt: 0 } : cursor.parse(JSON.parse(after));
  const query = { startAt, maxResults: size };
  const { value, problems } = await askOptional('people', [], () =>
    deployment === 'cloud'
      ? client.get('/users/search', query)
      : // A name must be given; every name has one of these in it.
        client.get('/user/search', { ...query, username: '.', includeInactive: true }),
  );
  const parsed = z.array(z.unknown()).safeParse(value);
  if (!parsed.success) throw new TrackerError('transient', `Jira's list of people: ${z.prettifyError(parsed.error)}`);
  const next = startAt + parsed.data.length;
  const items = parsed.data.filter(isColleague).map((person) => withoutDecoration(person));
  return { items, endCursor: parsed.data.length === 0 ? null : JSON.stringify({ startAt: next }), problems };
}

/** Those who only ask for help have accounts too. */
function isColleague(user: unknown): boolean {
  const parsed = userPayload.safeParse(user);
  return !parsed.success || parsed.data.accountType !== 'customer';
}
